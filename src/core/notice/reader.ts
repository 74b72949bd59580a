/**
 * How this program reads notices. It stands in a corrected rubric, so that whoever reads the notice again to check the
 * corrections knows whether the same must come out. Another reading of any text is another reader.
 */
export const READER = '1'

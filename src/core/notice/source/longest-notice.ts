/**
 * What is taken as one notice, in characters of the text that is compiled: a document of sixty pages with a thousand clauses
 * needs about a quarter of it, most of that for the marks of where each piece stood.
 */
export const LONGEST_NOTICE = 1_000_000

/** What is taken as the file of a notice, in bytes; pictures make a document large, not its text. */
export const LARGEST_NOTICE = 20 * 1024 * 1024

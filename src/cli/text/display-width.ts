import stringWidth from 'string-width'

/**
 * The columns that a text takes in a terminal, colors left out. Characters of ambiguous width (“” × · – ─) count one
 * column, as terminals show them unless told otherwise; every measure in this room comes from here.
 */
export function displayWidth(text: string): number {
  if (!STANDING_ALONE.test(text)) return stringWidth(text, { ambiguousIsNarrow: true })
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

/** Fills with spaces up to `columns`; a text that is wider already stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text))) + text
}

/**
 * Characters that never join with a neighbor: their widths can be added up and remembered, which measures a notice some
 * hundred times faster. Whatever combines, and every escape sequence, goes to the library whole.
 */
const STANDING_ALONE =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2bff\u3000-\u3029\u3030-\u303f\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]*$/u

const widths = new Map<string, number>()

function widthOf(character: string): number {
  const known = widths.get(character)
  if (known !== undefined) return known
  const width = stringWidth(character, { ambiguousIsNarrow: true })
  widths.set(character, width)
  return width
}

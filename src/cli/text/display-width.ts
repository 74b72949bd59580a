import stringWidth from 'string-width'

/**
 * The columns that a text takes in a terminal, colors left out. Characters of ambiguous width (“” × · – ─) count one
 * column, as terminals show them unless told otherwise; every measure in this room comes from here.
 */
export function displayWidth(text: string): number {
  return stringWidth(text, { ambiguousIsNarrow: true })
}

/** Fills with spaces up to `columns`; a text that is wider already stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text))) + text
}

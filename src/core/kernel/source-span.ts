/** Where something stands in the source as it was given: UTF-16 units, end exclusive. Never offsets of a normalised text. */
export interface SourceSpan {
  readonly start: number
  readonly end: number
}

/** The one-based line and column (in UTF-16 units) of an offset. */
export function positionOf(source: string, offset: number): { readonly line: number; readonly column: number } {
  const before = source.slice(0, offset)
  const line = before.split(/\r\n|\r|\n/).length
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  return { line, column: offset - lineStart + 1 }
}

export type ClickValue = string | number | null

/** Rows as ClickHouse's TabSeparated, in pieces of some 64 thousand characters. */
export async function* tabSeparated(
  rows: Iterable<readonly ClickValue[]> | AsyncIterable<readonly ClickValue[]>,
): AsyncGenerator<string> {
  let piece = ''
  for await (const row of rows) {
    piece += `${row.map(cell).join('\t')}\n`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

const PIECE = 65_536

function cell(value: ClickValue): string {
  if (value === null) return '\\N'
  return typeof value === 'number' ? String(value) : value.replaceAll(/[\\\t\n\r\0\b\f]/gu, escaped)
}

function escaped(character: string): string {
  return ESCAPES.get(character) ?? character
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\0', '\\0'],
  ['\b', '\\b'],
  ['\f', '\\f'],
])

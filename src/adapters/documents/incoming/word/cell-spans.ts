import type { WordCell, WordPassage, WordTable } from './word-passage.ts'

/** A cell with what it covers, in the columns that a reader of the page sees. */
export interface SpannedCell {
  readonly column: number
  readonly colSpan: number
  rowSpan: number
  readonly passages: readonly WordPassage[]
}

/** The rows of a table with each cell where it begins. A row that begins further in has an empty cell before it. */
export function spannedRows(table: WordTable): readonly (readonly SpannedCell[])[] {
  const columnAt = shownColumns(table)
  /** By the column where they begin: cells that may go on in the next row. */
  let above = new Map<number, SpannedCell>()
  return table.rows.map(({ before, cells }) => {
    const row: SpannedCell[] = []
    const here = new Map<number, SpannedCell>()
    const leftOut = columnAt(before)
    if (leftOut > 0) row.push({ column: 1, colSpan: leftOut, rowSpan: 1, passages: [] })
    let at = before
    for (const cell of withoutPieces(cells)) {
      const from = columnAt(at)
      at += cell.span
      const colSpan = Math.max(1, columnAt(at) - from)
      const over = cell.merge === 'goes-on' ? above.get(from) : undefined
      if (over !== undefined && over.colSpan === colSpan) {
        over.rowSpan += 1
        here.set(from, over)
        continue
      }
      const spanned = { column: from + 1, colSpan, rowSpan: 1, passages: cell.passages }
      row.push(spanned)
      if (cell.merge !== 'none') here.set(from, spanned)
    }
    above = here
    return row
  })
}

function withoutPieces(cells: readonly WordCell[]): readonly WordCell[] {
  const whole: WordCell[] = []
  for (const cell of cells) {
    const left = whole.at(-1)
    if (cell.isPieceOfLeft && left !== undefined) whole[whole.length - 1] = { ...left, span: left.span + cell.span }
    else whole.push(cell)
  }
  return whole
}

/** Narrower than any column (2.5 mm): edges of cells that were drawn by hand and are meant as one. */
const NARROWEST = 142

/** Counts the columns that a reader sees: where some cell begins or ends, and not where the grid has a line that none keeps to. */
function shownColumns({ widths, rows }: WordTable): (gridColumn: number) => number {
  const used = new Set<number>([0])
  for (const { before, cells } of rows) {
    let at = before
    used.add(at)
    for (const { span } of cells) used.add((at += span))
  }
  const edges = [...used].sort((a, b) => a - b)
  const last = edges.at(-1) ?? 0
  const isKnown = widths.length >= last && widths.every((width) => width > 0)
  const groups = isKnown ? grouped(edges, widths) : null
  const column = groups !== null && keepsCells(rows, groups) ? groups : new Map(edges.map((edge, at) => [edge, at]))
  return (gridColumn) => column.get(gridColumn) ?? 0
}

/** Each edge with the number of the column that begins there. */
function grouped(edges: readonly number[], widths: readonly number[]): ReadonlyMap<number, number> {
  const columns = new Map<number, number>()
  let column = -1
  let begin = 0
  let position = 0
  let at = 0
  for (const edge of edges) {
    for (; at < edge; at += 1) position += widths[at] ?? 0
    if (column === -1 || position - begin > NARROWEST) {
      column += 1
      begin = position
    }
    columns.set(edge, column)
  }
  return columns
}

function keepsCells(rows: WordTable['rows'], columns: ReadonlyMap<number, number>): boolean {
  return rows.every(({ before, cells }) => {
    let at = before
    return cells.every(({ span }) => {
      const from = columns.get(at)
      at += span
      return columns.get(at) !== from
    })
  })
}

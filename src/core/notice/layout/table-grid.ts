import type { TableBlock, TableCell } from './block.ts'

/** A row with every column filled in: a cell that spans rows or columns stands in each place that it covers. */
export type GridRow = readonly (TableCell | null)[]

export interface Grid {
  readonly width: number
  readonly rows: readonly GridRow[]
}

/** Wider tables are cut: no notice has more columns, and a wrong colspan must not cost time. */
const MOST_COLUMNS = 64

export function gridOf(table: TableBlock): Grid {
  const rows: GridRow[] = []
  let width = 0
  let carried: { cell: TableCell; left: number }[] = []
  for (const cells of table.rows) {
    const row: (TableCell | null)[] = []
    const next: { cell: TableCell; left: number }[] = []
    const put = (cell: TableCell, left: number) => {
      if (left > 0) next[row.length] = { cell, left }
      row.push(cell)
    }
    const carry = () => {
      for (let over = carried[row.length]; over && row.length < MOST_COLUMNS; over = carried[row.length])
        put(over.cell, over.left - 1)
    }
    for (const cell of cells) {
      carry()
      for (let span = 0; span < cell.colSpan && row.length < MOST_COLUMNS; span += 1) put(cell, cell.rowSpan - 1)
    }
    carry()
    width = Math.max(width, row.length)
    rows.push(row)
    carried = next
  }
  return { width, rows }
}

/** The cells of a row, each once, without the empty ones. */
export function filledCells(row: GridRow): TableCell[] {
  const cells: TableCell[] = []
  for (const cell of row) if (cell && cell.text.text !== '' && cell !== cells.at(-1)) cells.push(cell)
  return cells
}

export function compact(text: string): string {
  return text.replace(/\s+/g, '')
}

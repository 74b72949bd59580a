import type { CellRange, SheetCells } from './sheet-cells.ts'

/** A cell that is shown, with what it covers of the rows and columns that hold anything. */
export interface GridCell {
  readonly text: string
  /** Where it is kept: of a merged cell the corner, whether that is hidden or not. */
  readonly row: number
  readonly column: number
  readonly isMerged: boolean
  /** Indices into the rows and columns of the grid, the ends excluded. */
  readonly rows: readonly [from: number, to: number]
  readonly columns: readonly [from: number, to: number]
}

/** The rows and columns of a sheet that are shown and hold anything. */
export interface SheetGrid {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  /** The cell at a place; undefined where there is none. A merged one stands in each place that it covers. */
  readonly at: (row: number, column: number) => GridCell | undefined
  /** Whether some merged cell covers both of these rows of the grid. */
  readonly areTied: (row: number, next: number) => boolean
}

/** Null where cells that were merged lie over each other, or where the grid would have more than `most` places. */
export function sheetGrid(sheet: SheetCells, most: number): SheetGrid | 'overlapping' | 'too-large' {
  const shown = withoutCovered(sheet)
  const rows = [...shown.keys()].filter((row) => !sheet.isHiddenRow(row)).sort((a, b) => a - b)
  const filled = new Set<number>()
  for (const row of rows) for (const column of shown.get(row)?.keys() ?? []) filled.add(column)
  const columns = [...filled].filter((column) => !sheet.isHiddenColumn(column)).sort((a, b) => a - b)
  if (rows.length * columns.length > most) return 'too-large'
  const places = new Map<number, GridCell>()
  const key = (row: number, column: number) => row * columns.length + column
  for (const range of sheet.merged) {
    const cell = mergedCell(range, sheet, rows, columns)
    if (cell === null) continue
    for (let row = cell.rows[0]; row < cell.rows[1]; row += 1) {
      for (let column = cell.columns[0]; column < cell.columns[1]; column += 1) {
        if (places.has(key(row, column))) return 'overlapping'
        places.set(key(row, column), cell)
      }
    }
  }
  const at = (row: number, column: number): GridCell | undefined => {
    const merged = places.get(key(row, column))
    if (merged !== undefined) return merged
    const own = { row: rows[row] ?? 0, column: columns[column] ?? 0 }
    const text = shown.get(own.row)?.get(own.column)
    if (text === undefined) return undefined
    return { text, ...own, isMerged: false, rows: [row, row + 1], columns: [column, column + 1] }
  }
  const areTied = (row: number, next: number) =>
    columns.some((_, column) => {
      const cell = places.get(key(row, column))
      return cell !== undefined && cell === places.get(key(next, column))
    })
  return { rows, columns, at, areTied }
}

/** What lies under a merged cell, beside its corner, is kept by the file and shown to nobody. */
function withoutCovered({ rows, merged }: SheetCells): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const wide = merged.filter(({ top, left, bottom, right }) => top < bottom || left < right)
  if (wide.length === 0) return rows
  const byTop = [...wide].sort((a, b) => a.top - b.top)
  let open: CellRange[] = []
  let next = 0
  const shown = new Map<number, ReadonlyMap<number, string>>()
  for (const [row, cells] of [...rows].sort(([a], [b]) => a - b)) {
    for (let range = byTop[next]; range !== undefined && range.top <= row; range = byTop[next]) {
      open.push(range)
      next += 1
    }
    open = open.filter(({ bottom }) => bottom >= row)
    const covering = open
    const left = [...cells].filter(([column]) => !covering.some((range) => isUnder(range, row, column)))
    if (left.length > 0) shown.set(row, new Map(left))
  }
  return shown
}

function isUnder({ top, left, right }: CellRange, row: number, column: number): boolean {
  return column >= left && column <= right && !(row === top && column === left)
}

function mergedCell(
  { top, left, bottom, right }: CellRange,
  { rows: cells }: SheetCells,
  rows: readonly number[],
  columns: readonly number[],
): GridCell | null {
  const ofRows = [firstAtLeast(rows, top), firstAtLeast(rows, bottom + 1)] as const
  const ofColumns = [firstAtLeast(columns, left), firstAtLeast(columns, right + 1)] as const
  if (ofRows[0] === ofRows[1] || ofColumns[0] === ofColumns[1]) return null
  const text = cells.get(top)?.get(left) ?? ''
  return { text, row: top, column: left, isMerged: true, rows: ofRows, columns: ofColumns }
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

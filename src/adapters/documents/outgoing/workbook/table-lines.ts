import type { DocumentCell, DocumentRow, DocumentTable } from '../../../../core/document/document-table.ts'
import { cellLines } from '../../../../core/document/cell-text.ts'
import { PLAIN, type CellLook } from './cell-style.ts'
import { picturesHeight, setSideBySide } from './set-pictures.ts'
import { widthOf, type GridSpan, type SheetGrid } from './sheet-grid.ts'
import { HIGHEST, THUMBNAIL, type LineCell, type SheetLine } from './sheet-line.ts'
import { textHeight } from './text-height.ts'

/** How a table is set on the sheet that shows the document. */
export interface TableSetting {
  readonly table: DocumentTable
  readonly spans: readonly GridSpan[]
  readonly grid: SheetGrid
  readonly size: number
}

/** A row of a table, which is several rows of the sheet where it is higher than Excel allows one to be. */
export interface SetRow {
  readonly row: DocumentRow
  readonly lines: readonly SheetLine[]
}

export function headLine({ table, spans, grid, size }: TableSetting): SheetLine {
  const cells = table.columns.map((column, i): LineCell => {
    const align = table.isOfficial ? 'center' : column.align
    const indent = align === 'right' ? 1 : 0
    const look: CellLook = { ...PLAIN, face: 'head', size, align, indent, lines: linesOf(table) }
    return { ...spanAt(spans, i), lines: 1, look, content: { kind: 'text', text: column.name } }
  })
  const heights = table.columns.map(({ name }, i) => textHeight(name, size, widthOf(grid, spanAt(spans, i))))
  return { cells, height: Math.max(...heights) + 8 }
}

/** Rows that depend on each other: a cell may reach over several. */
export function setRows(setting: TableSetting, rows: readonly DocumentRow[], isFoot: boolean): SetRow[] {
  const heights = rowHeights(setting, rows)
  const lineCounts = heights.map((height) => Math.ceil(height / HIGHEST))
  return rows.map((row, at) => {
    const count = lineCounts[at] ?? 1
    const height = (heights[at] ?? 0) / count
    const covered = (cell: DocumentCell) =>
      lineCounts.slice(at, at + (cell.rowSpan ?? 1)).reduce((sum, lines) => sum + lines, 0)
    const first = lineOf(setting, row, { height, isFoot, covered })
    const rest = Array.from({ length: count - 1 }, () => ({ height, cells: first.cells.map(emptied) }))
    return { row, lines: [first, ...rest] }
  })
}

/** A row by itself, of a table that comes in pieces: never more than one row of the sheet. */
export function setRow(setting: TableSetting, row: DocumentRow): SheetLine {
  const [height = 0] = rowHeights(setting, [row])
  return lineOf(setting, row, { height: Math.min(height, HIGHEST), isFoot: false, covered: () => 1 })
}

/** A row of a table that has a sheet to itself: Excel fits its height, but not every program does, so that of a list is said. */
export function plainRows(setting: TableSetting, rows: readonly DocumentRow[], isFoot: boolean): SetRow[] {
  const heights = typeof setting.table.rows === 'function' ? [] : rowHeights(setting, rows)
  return rows.map((row, at) => {
    const covered = (cell: DocumentCell) => Math.min(cell.rowSpan ?? 1, rows.length - at)
    const height = heights[at] === undefined ? null : Math.min(heights[at], HIGHEST)
    return { row, lines: [lineOf(setting, row, { height, isFoot, covered })] }
  })
}

interface LineManner {
  readonly height: number | null
  readonly isFoot: boolean
  readonly covered: (cell: DocumentCell) => number
}

function lineOf(setting: TableSetting, row: DocumentRow, manner: LineManner): SheetLine {
  const { table, spans } = setting
  const looks = looksOf(setting)[manner.isFoot ? 'foot' : 'body']
  const cells: LineCell[] = []
  for (let i = 0; i < table.columns.length; i++) {
    const cell = row.cells[i] ?? null
    const look = looks[i] ?? PLAIN
    const { from, to } = spanAt(spans, i)
    if (cell === null) {
      cells.push({ from, to, lines: 1, look, content: { kind: 'nothing' } })
      continue
    }
    const last = Math.min(table.columns.length, i + (cell.colSpan ?? 1)) - 1
    const content = { kind: 'cell', cell, table: table.id } as const
    cells.push({ from, to: spanAt(spans, last).to, lines: manner.covered(cell), look, content })
    i = last
  }
  return { cells, height: manner.height }
}

interface TableLooks {
  readonly body: readonly CellLook[]
  readonly foot: readonly CellLook[]
}

/** Made once a table: of 100,000 rows every cell asks. */
const known = new WeakMap<TableSetting, TableLooks>()

function looksOf(setting: TableSetting): TableLooks {
  const found = known.get(setting)
  if (found) return found
  const { table, size } = setting
  const body = table.columns.map(({ align }): CellLook => {
    return { ...PLAIN, size, align, indent: align === 'right' ? 1 : 0, lines: linesOf(table) }
  })
  const made = { body, foot: body.map((look) => ({ ...look, isStrong: true })) }
  known.set(setting, made)
  return made
}

function emptied(cell: LineCell): LineCell {
  return { ...cell, lines: 1, content: { kind: 'nothing' } }
}

function rowHeights({ table, spans, grid, size }: TableSetting, rows: readonly DocumentRow[]): number[] {
  const heights = rows.map(() => 0)
  const reaching: { at: number; rows: number; height: number }[] = []
  for (const [at, row] of rows.entries()) {
    heights[at] = Math.max(size * 1.36 + 6, (row.height ?? 0) * (72 / 25.4))
    for (const [i, cell] of row.cells.entries()) {
      if (cell === null) continue
      const last = Math.min(table.columns.length, i + (cell.colSpan ?? 1)) - 1
      const pixels = widthOf(grid, { from: spanAt(spans, i).from, to: spanAt(spans, last).to })
      const height = contentHeight(cell, size, pixels) + 6
      const count = Math.min(cell.rowSpan ?? 1, rows.length - at)
      if (count > 1) reaching.push({ at, rows: count, height })
      else heights[at] = Math.max(heights[at] ?? 0, height)
    }
  }
  for (const { at, rows: count, height } of reaching) {
    const missing = height - heights.slice(at, at + count).reduce((sum, one) => sum + one, 0)
    if (missing > 0) for (let i = at; i < at + count; i++) heights[i] = (heights[i] ?? 0) + missing / count
  }
  return heights
}

/** Captions stand below the pictures. */
function contentHeight(cell: DocumentCell, size: number, pixels: number): number {
  const words = textHeight(cellLines(cell).join('\n'), size, pixels)
  return cell.kind === 'pictures' ? words + picturesHeight(setSideBySide(cell.pictures, pixels, THUMBNAIL)) : words
}

function linesOf({ isOfficial }: DocumentTable): CellLook['lines'] {
  return isOfficial ? 'grid' : 'rules'
}

function spanAt(spans: readonly GridSpan[], at: number): GridSpan {
  return spans[at] ?? { from: 0, to: 1 }
}

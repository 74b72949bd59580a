import { NOWHERE, type SourcePlace } from '../../../../core/kernel/source-place.ts'
import { columnName } from '../../../office-package/workbook/cell-reference.ts'
import type { IncomingBlock, IncomingCell, IncomingPiece } from '../incoming-block.ts'
import type { GridCell, SheetGrid } from './sheet-grid.ts'

/**
 * A sheet as paragraphs and tables. Rows that hold one cell only, above a table or below it, are titles, notes and signatures:
 * paragraphs. Empty rows part tables.
 */
export function sheetBlocks(sheet: string, grid: SheetGrid, isHiddenRow: (row: number) => boolean): IncomingBlock[] {
  const blocks: IncomingBlock[] = []
  for (let from = 0; from < grid.rows.length;) {
    const to = endOfRun(grid, from, isHiddenRow)
    const first = skip(from, to, 1, (row) => onlyCell(grid, row) !== null)
    const last = skip(to - 1, first - 1, -1, (row) => isBelow(grid, row)) + 1
    for (let row = from; row < first; row += 1) blocks.push(...paragraphsOf(sheet, grid, row))
    if (first < last) blocks.push({ kind: 'table', rows: tableRows(sheet, grid, first, last) })
    for (let row = last; row < to; row += 1) blocks.push(...paragraphsOf(sheet, grid, row))
    from = to
  }
  return blocks
}

/** Behind the last row before one that is empty and shown. */
function endOfRun(grid: SheetGrid, from: number, isHiddenRow: (row: number) => boolean): number {
  for (let at = from; at + 1 < grid.rows.length; at += 1) {
    const row = grid.rows[at] ?? 0
    const next = grid.rows[at + 1] ?? 0
    if (skip(row + 1, next, 1, isHiddenRow) < next && !grid.areTied(at, at + 1)) return at + 1
  }
  return grid.rows.length
}

/** The first from `from` towards `to` that is not as asked; `to` where all are. */
function skip(from: number, to: number, step: 1 | -1, isAsAsked: (at: number) => boolean): number {
  let at = from
  while (at !== to && isAsAsked(at)) at += step
  return at
}

/** The cell of a row that has no other. */
function onlyCell(grid: SheetGrid, row: number): GridCell | null {
  let only: GridCell | null = null
  for (let column = 0; column < grid.columns.length; column += 1) {
    const cell = grid.at(row, column)
    if (cell === undefined || cell.text === '' || (only !== null && isSame(cell, only))) continue
    if (only !== null || cell.rows[1] - cell.rows[0] > 1) return null
    only = cell
  }
  return only
}

/** A note or signature below a table. What stands alone under a column goes on with the row above it. */
function isBelow(grid: SheetGrid, row: number): boolean {
  const only = onlyCell(grid, row)
  return only !== null && (only.columns[0] === 0 || only.columns[1] - only.columns[0] > 1)
}

function isSame(cell: GridCell, other: GridCell): boolean {
  return cell.row === other.row && cell.column === other.column
}

function paragraphsOf(sheet: string, grid: SheetGrid, row: number): IncomingBlock[] {
  const cell = onlyCell(grid, row)
  return cell === null ? [] : linesOf(sheet, cell).map((pieces) => ({ kind: 'paragraph', pieces }))
}

function tableRows(sheet: string, grid: SheetGrid, first: number, last: number): IncomingCell[][] {
  return Array.from({ length: last - first }, (_, at) => {
    const row = first + at
    const cells: IncomingCell[] = []
    for (let column = 0; column < grid.columns.length; column += 1) {
      const cell = grid.at(row, column)
      if (cell === undefined) {
        const place = placeOf(sheet, grid.rows[row] ?? 0, grid.columns[column] ?? 0)
        cells.push({ rowSpan: 1, colSpan: 1, place, paragraphs: [] })
        continue
      }
      const top = Math.max(first, cell.rows[0])
      if (row !== top || column !== cell.columns[0]) continue
      cells.push({
        rowSpan: Math.min(last, cell.rows[1]) - top,
        colSpan: cell.columns[1] - cell.columns[0],
        place: placeOf(sheet, cell.row, cell.column),
        paragraphs: linesOf(sheet, cell),
      })
    }
    return cells
  })
}

/** A cell with line breaks is several paragraphs. */
function linesOf(sheet: string, { text, row, column }: GridCell): (readonly IncomingPiece[])[] {
  const place = placeOf(sheet, row, column)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => [{ text: line, place: { ...place, paragraph: at + 1 } }])
}

function placeOf(sheet: string, row: number, column: number): SourcePlace {
  return { ...NOWHERE, sheet, cell: `${columnName(column)}${row}` }
}

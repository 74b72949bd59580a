import { namedRole } from './column-names.ts'
import { compact, filledCells, type Grid, type GridRow } from './table-grid.ts'
import { hasFigure, hasPrice } from './price-words.ts'

export interface TableParts {
  /** Rows above the header with a single cell: the title of the table. */
  readonly titles: readonly GridRow[]
  readonly header: readonly GridRow[]
  /** Without the headers that a table repeats on every page. */
  readonly body: readonly GridRow[]
}

const MOST_HEADER_ROWS = 4

/** Parts a table at its header, which may take several rows or be missing. */
export function partTable(grid: Grid): TableParts {
  const first = grid.rows.slice(0, MOST_HEADER_ROWS + 2).findIndex((row) => isHeader(row) || isFirstHeader(row))
  if (first === -1) return { titles: [], header: [], body: grid.rows }
  const titles = grid.rows.slice(0, first)
  if (titles.some((row) => filledCells(row).length > 1)) return { titles: [], header: [], body: grid.rows }
  let end = first + 1
  while (end < first + MOST_HEADER_ROWS && isHeader(grid.rows[end] ?? [])) end += 1
  const header = grid.rows.slice(first, end)
  const printed = new Set(header.map(wordingOf))
  const body = grid.rows.slice(end).filter((row) => !printed.has(wordingOf(row)))
  return { titles, header, body }
}

/** At least half of the cells are names of columns and none is a rule. */
function isHeader(row: GridRow): boolean {
  const texts = filledCells(row).map((cell) => cell.text.text)
  const named = texts.filter((text) => namedRole(text) !== null).length
  if (texts.some((text) => /^[\d０-９.．]+$/.test(text))) return false
  if (texts.some((text) => compact(text).length > 20 || (hasPrice(text) && namedRole(text) === null))) return false
  return named >= 2 && named * 2 >= texts.length
}

/** 行为 | 扣分: one name is enough where the cells are as short as names. */
function isFirstHeader(row: GridRow): boolean {
  const texts = filledCells(row).map((cell) => compact(cell.text.text))
  const isShort = texts.every((text) => text.length <= 8 && !/[\d，。；]/.test(text) && !hasFigure(text))
  return texts.length >= 2 && isShort && texts.filter((text) => namedRole(text) !== null).length * 2 >= texts.length
}

function wordingOf(row: GridRow): string {
  return row.map((cell) => compact(cell?.text.text ?? '')).join('|')
}

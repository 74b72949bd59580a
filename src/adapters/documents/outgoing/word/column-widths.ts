import type { DocumentColumn, DocumentRow } from '../../../../core/document/document-table.ts'
import { unbrokenWords } from './cell-words.ts'
import { emsOf } from './text-width.ts'

/** Left and right of what stands in a cell, in twips. */
export const CELL_PADDING = 140

/**
 * In twips, in the proportion that the columns ask for and filling the width to the last twip; but no column is narrower than
 * its widest figure or day, because a number that goes on in the next line is another number.
 */
export function columnWidths(
  columns: readonly Pick<DocumentColumn, 'width' | 'name'>[],
  rows: readonly DocumentRow[],
  em: number,
  textWidth: number,
): number[] {
  const least = leastWidths(columns, rows, em)
  const narrow = new Set<number>()
  let shared = sharedWidths(columns, least, narrow, textWidth)
  // What is given to one column is taken from others, which may then be too narrow themselves.
  for (let found = tooNarrow(shared, least); found.some((at) => !narrow.has(at)); found = tooNarrow(shared, least)) {
    for (const at of found) narrow.add(at)
    shared = sharedWidths(columns, least, narrow, textWidth)
  }
  let edge = 0
  return shared.map((width) => {
    const from = Math.round(edge)
    edge += width
    return Math.round(edge) - from
  })
}

/** 分值 and 自评分 stay on one line. */
const SHORT_NAME = 3

function leastWidths(
  columns: readonly Pick<DocumentColumn, 'name'>[],
  rows: readonly DocumentRow[],
  em: number,
): number[] {
  const least = columns.map(({ name }) => Math.min(SHORT_NAME, emsOf(name)) * em + CELL_PADDING)
  for (const { cells } of rows)
    for (const [at, cell] of cells.entries()) {
      if (cell === null || (cell.colSpan ?? 1) > 1) continue
      const width = Math.ceil(emsOf(unbrokenWords(cell)) * em) + CELL_PADDING
      if (width > (least[at] ?? 0)) least[at] = width
    }
  return least
}

/** Those in `narrow` get their least, the others share the rest. */
function sharedWidths(
  columns: readonly Pick<DocumentColumn, 'width'>[],
  least: readonly number[],
  narrow: ReadonlySet<number>,
  textWidth: number,
): number[] {
  const given = [...narrow].reduce((sum, at) => sum + (least[at] ?? 0), 0)
  const shares = columns.reduce((sum, { width }, at) => sum + (narrow.has(at) ? 0 : width), 0)
  if (shares === 0) return least.map((width) => (width / given) * textWidth)
  const rest = Math.max(0, textWidth - given)
  return columns.map(({ width }, at) => (narrow.has(at) ? (least[at] ?? 0) : (width / shares) * rest))
}

function tooNarrow(widths: readonly number[], least: readonly number[]): number[] {
  return widths.flatMap((width, at) => (width < (least[at] ?? 0) ? [at] : []))
}

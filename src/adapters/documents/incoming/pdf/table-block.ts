import type { IncomingBlock, IncomingCell } from '../incoming-block.ts'
import { NOWHERE } from '../../../../core/kernel/source-place.ts'
import type { CellPart, PageCell, PageTable } from './page-table.ts'
import { goesOn, pitchOf, type Measure } from './paragraphs.ts'
import { pieces } from './pieces.ts'
import type { TextLine } from './text-line.ts'

export function tableBlock(uneven: PageTable, number: number): IncomingBlock {
  const table = withoutEmptyRows(uneven)
  const rows = Array.from({ length: table.rowCount }, (): PageCell[] => [])
  for (const cell of table.cells) rows[cell.row]?.push(cell)
  return {
    kind: 'table',
    rows: rows.map((row) => row.sort((a, b) => a.column - b.column).map((cell) => incomingCell(cell, number))),
  }
}

function incomingCell(cell: PageCell, table: number): IncomingCell {
  const first = cell.parts.find(({ lines }) => lines.length > 0) ?? cell.parts.at(0)!
  const within = { table, row: cell.row + 1, column: cell.column + 1 }
  return {
    rowSpan: cell.rowSpan,
    colSpan: cell.colSpan,
    place: { ...NOWHERE, page: first.page, line: first.line, ...within },
    paragraphs: cellParagraphs(cell).map((lines, at) => pieces(lines, { ...within, paragraph: at + 1 })),
  }
}

/** The lines of a cell, on whatever pages they stand. */
function cellParagraphs({ parts }: PageCell): TextLine[][] {
  const pitch = pitchOf(parts.flatMap(({ lines }) => lines))
  const paragraphs: TextLine[][] = []
  let set: Measure = { left: 0, right: 0 }
  for (const part of parts) {
    const own = measureOf(part)
    for (const line of part.lines) {
      const open = paragraphs.at(-1)
      const before = open?.at(-1)
      const measure = before && before.page !== line.page ? set : own
      if (open && before && goesOn(before, line, measure, pitch)) open.push(line)
      else paragraphs.push([line])
    }
    set = own
  }
  return paragraphs
}

/** What stands between text and rule is no wider than this, unless it is centered. */
const WIDEST_PADDING = 6

function measureOf({ left, right, lines }: CellPart): Measure {
  const padding = Math.min(WIDEST_PADDING, Math.max(1, Math.min(...lines.map((line) => line.left - left))))
  return { left: left + padding, right: right - padding }
}

/** A row in which nothing begins is no row of HTML. */
function withoutEmptyRows(table: PageTable): PageTable {
  const begun = new Set(table.cells.map(({ row }) => row))
  const place: number[] = [0]
  for (let row = 0; row < table.rowCount; row += 1) place.push(place.at(-1)! + (begun.has(row) ? 1 : 0))
  if (place.at(-1) === table.rowCount) return table
  const cells = table.cells.map((cell) => ({
    ...cell,
    row: place.at(cell.row)!,
    rowSpan: place.at(cell.row + cell.rowSpan)! - place.at(cell.row)!,
  }))
  return { ...table, rowCount: place.at(-1)!, cells }
}

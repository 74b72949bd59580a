import { cellLines } from '../../../../core/document/cell-text.ts'
import type { DocumentPicture } from '../../../../core/document/document-picture.ts'
import type { DocumentCell, DocumentRow } from '../../../../core/document/document-table.ts'
import type { OfficialDocument } from '../../../../core/document/official-document.ts'
import type { PaperDay } from './paper-day.ts'
import { roomOfCell } from './room-of-cell.ts'
import type { WholeBlock, WholeTable } from './whole-tables.ts'

/** Where a template finds a picture; `path` is null where it is gone, and `instead` then says so. */
export interface PlacedPicture {
  readonly path: string | null
  readonly instead: string
}

/** What a template reads as `document.json`: figures are words already, and pictures are files beside it. */
export function printModel(
  document: OfficialDocument,
  blocks: readonly WholeBlock[],
  placed: ReadonlyMap<string, PlacedPicture>,
  date: PaperDay | null,
) {
  const { kind, layout, isLandscape, head, title, subtitle, facts, closing, proof } = document
  const printPicture = ({ key, caption, width, height }: DocumentPicture) => ({
    ...(placed.get(key) ?? GONE),
    caption,
    width,
    height,
  })
  const printed = blocks.map((block) => {
    if (block.kind === 'table') return { kind: block.kind, table: printTable(block.table, printPicture) }
    if (block.kind === 'pictures') return { kind: block.kind, pictures: block.pictures.map(printPicture) }
    return block
  })
  const footName = title.join('')
  return { kind, layout, isLandscape, head, title, subtitle, facts, blocks: printed, closing, proof, footName, date }
}

export const GONE: PlacedPicture = { path: null, instead: '原件已不在' }

type PrintPicture = (picture: DocumentPicture) => object

function printTable(table: WholeTable, printPicture: PrintPicture) {
  const { id, name, hasCaption, isOfficial, columns, rows, foot } = table
  const roomOf = roomOfCell(table)
  const printRow = ({ cells, height }: DocumentRow) => ({
    cells: cells.map((cell, column) => cell && printCell(cell, roomOf(cell, column), printPicture)),
    height,
  })
  return {
    id,
    name,
    hasCaption,
    isOfficial,
    columns: columns.map(({ name: head, width, align }) => ({ name: head, width, align })),
    rows: rows.map(printRow),
    foot: foot.map(printRow),
  }
}

/** What is usual is left out: a long table is read faster. */
function printCell(cell: DocumentCell, room: string, printPicture: PrintPicture) {
  const { rowSpan, colSpan, isStrong, tone, align } = cell
  return {
    lines: cell.kind === 'pictures' ? [] : cellLines(cell),
    ...(cell.kind === 'pictures' && { pictures: cell.pictures.map(printPicture) }),
    ...(room !== '' && { room }),
    ...(rowSpan !== undefined && { rowSpan }),
    ...(colSpan !== undefined && { colSpan }),
    ...(isStrong === true && { isStrong }),
    ...(tone !== undefined && { tone }),
    ...(align !== undefined && { align }),
  }
}

import { AlignmentType, Paragraph } from 'docx'
import type { DocumentCell, DocumentColumn } from '../../../../core/document/document-table.ts'
import { cellWords } from './cell-words.ts'
import { CELL_PADDING } from './column-widths.ts'
import { setPicture } from './set-picture.ts'
import { setWords } from './set-words.ts'
import { ALIGNMENTS, styled, type Setting } from './setting.ts'
import { linesOf } from './text-width.ts'

/** 26 mm: to see what is on it; whoever needs more opens the evidence. */
const HIGHEST_IN_CELL = 1474
const LINES_OF_PICTURE = 7

export async function setCell(
  cell: DocumentCell,
  columnAlign: DocumentColumn['align'],
  width: number,
  setting: Setting,
): Promise<Paragraph[]> {
  const alignment = ALIGNMENTS[cell.align ?? columnAlign]
  const look = { isStrong: cell.isStrong ?? false, tone: cell.tone ?? null }
  if (cell.kind !== 'pictures')
    return cellWords(cell).map(
      (text) => new Paragraph({ style: 'CellText', alignment, children: setWords(text, look) }),
    )
  const set: Paragraph[] = []
  const room = { width: width - CELL_PADDING, height: HIGHEST_IN_CELL }
  for (const picture of cell.pictures) {
    set.push(await setPicture(picture, room, setting))
    set.push(styled('TableNote', picture.caption, { alignment: AlignmentType.CENTER }))
  }
  return set.length === 0 ? [new Paragraph({ style: 'CellText' })] : set
}

/** About how many lines it takes, to know whether its row may be kept on one page. */
export function linesInCell(cell: DocumentCell, width: number, { layout }: Setting): number {
  if (cell.kind === 'pictures') return cell.pictures.length * LINES_OF_PICTURE
  const ems = (width - CELL_PADDING) / (layout.sizes.table * 10)
  return cellWords(cell).reduce((lines, text) => lines + linesOf(text, ems), 0)
}

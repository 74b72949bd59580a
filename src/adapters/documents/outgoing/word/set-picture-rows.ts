import { AlignmentType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { DocumentPicture } from '../../../../core/document/document-picture.ts'
import { NO_BORDERS } from './borders.ts'
import { setPicture } from './set-picture.ts'
import { styled, type Setting } from './setting.ts'

const IN_A_ROW = 3
const HIGHEST = 3400

/** Three in a row, each with its words below it on the same page. */
export async function setPictureRows(pictures: readonly DocumentPicture[], setting: Setting): Promise<Table> {
  const width = Math.floor(setting.layout.textWidth / IN_A_ROW)
  const rows: TableRow[] = []
  for (let at = 0; at < pictures.length; at += IN_A_ROW) {
    const cells: TableCell[] = []
    for (let place = at; place < at + IN_A_ROW; place++)
      cells.push(
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          children: await setPlace(pictures[place], width, setting),
        }),
      )
    rows.push(new TableRow({ children: cells, cantSplit: true }))
  }
  return new Table({
    rows,
    columnWidths: Array.from({ length: IN_A_ROW }, () => width),
    width: { size: width * IN_A_ROW, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { top: 80, bottom: 40, left: 80, right: 80 },
  })
}

async function setPlace(picture: DocumentPicture | undefined, width: number, setting: Setting) {
  if (picture === undefined) return [styled('TableNote', '')]
  return [
    await setPicture(picture, { width: width - 160, height: HIGHEST }, setting),
    styled('TableNote', picture.caption, { alignment: AlignmentType.CENTER }),
  ]
}

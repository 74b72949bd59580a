import ExcelJS from 'exceljs'
import { NOWHERE, type SourcePlace } from '../../../src/core/kernel/source-place.ts'
import type { IssuedForm, RowManner } from './issued-form.ts'
import type { NoticeContent } from './notice-content.ts'

const SHEET = '考核 细则'

/** The notice as an office would keep it in Excel: titles over the table merged, signatures below it. */
export async function issueInWorkbook(content: NoticeContent, rows: RowManner): Promise<IssuedForm> {
  const places = new Map<string, SourcePlace>()
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(SHEET)
  const addLine = (text: string) => {
    const row = sheet.addRow([text])
    sheet.mergeCells(row.number, 1, row.number, content.header.length)
  }
  for (const { text } of content.before) addLine(text)
  sheet.addRow(content.header)
  for (const { heading, criteria } of content.sections) {
    const top = sheet.rowCount + 1
    const written = criteria.map(({ mark, text }) => `${mark}${text}`)
    const cells = rows === 'one an item' ? written : [written.join('\n')]
    for (const [at, text] of cells.entries()) sheet.addRow([at === 0 ? heading : '', text, ''])
    if (cells.length > 1) sheet.mergeCells(top, 1, top + cells.length - 1, 1)
    for (const [at, { id }] of criteria.entries())
      places.set(
        id,
        rows === 'one an item'
          ? { ...NOWHERE, sheet: SHEET, cell: `B${top + at}`, paragraph: 1 }
          : { ...NOWHERE, sheet: SHEET, cell: `B${top}`, paragraph: at + 1 },
      )
  }
  sheet.addRow(content.total)
  for (const { text } of content.after) addLine(text)
  return { content: new Uint8Array(await book.xlsx.writeBuffer()), places }
}

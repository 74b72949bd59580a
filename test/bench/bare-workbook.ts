import ExcelJS from 'exceljs'
import type { DocumentCell, DocumentTable } from '../../src/core/document/document-table.ts'

/** The cells of a table, written with exceljs itself as its manual says: no look, no page, no formula. How many rows. */
export async function bareWorkbook({ columns, rows }: DocumentTable, path: string): Promise<number> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true })
  const sheet = book.addWorksheet('问题清单')
  sheet.addRow(columns.map(({ name }) => name)).commit()
  let count = 0
  for await (const row of typeof rows === 'function' ? rows() : rows) {
    const added = sheet.addRow(row.cells.map(valueOf))
    for (let at = 0; at < row.cells.length; at += 1)
      if (row.cells[at]?.kind === 'date') added.getCell(at + 1).numFmt = DAY
    added.commit()
    count += 1
  }
  sheet.commit()
  await book.commit()
  return count
}

const DAY = 'yyyy-mm-dd'

function valueOf(cell: DocumentCell | null): ExcelJS.CellValue {
  switch (cell?.kind) {
    case 'text':
      return cell.text
    case 'lines':
      return cell.lines.join('\n')
    case 'points':
      return cell.points / 100
    case 'count':
      return cell.count
    case 'date':
      return new Date(`${cell.date}T00:00:00Z`)
    case 'pictures':
    case 'blank':
    case undefined:
      return null
  }
}

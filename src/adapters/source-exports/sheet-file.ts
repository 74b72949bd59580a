import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { SourceExport, ExportForm } from '../../app/ports/source-exports.ts'
import { writeFault } from './write-fault.ts'

/** One sheet with a header, written row by row. */
export async function openSheet(path: string, { header }: ExportForm): Promise<SourceExport> {
  const stream = createWriteStream(path)
  await once(stream, 'open')
  let failure: unknown = null
  stream.on('error', (error) => (failure ??= error))
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: false, useStyles: true })
  const sheet = book.addWorksheet('Sheet1')
  sheet.addRow([...header]).commit()
  return {
    write: (cells) => {
      sheet.addRow([...cells]).commit()
      return stream.writableNeedDrain && failure === null ? once(stream, 'drain').then(ignored, ignored) : null
    },
    close: async () => {
      try {
        await book.commit()
        if (failure === null) return { ok: true, value: (await stat(path)).size }
      } catch (error) {
        failure ??= error
      }
      return { ok: false, fault: writeFault(path, failure) }
    },
  }
}

/** What went wrong is told at the close. */
function ignored(): undefined {
  return undefined
}

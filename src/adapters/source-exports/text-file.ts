import { open } from 'node:fs/promises'
import type { ExportCell, ExportEncoding, SourceExport, ExportForm } from '../../app/ports/source-exports.ts'
import { encodeGb } from './gb-encoder.ts'
import { writeFault } from './write-fault.ts'

/** About so many characters are gathered before they are encoded and written. */
const GATHERED = 1 << 18

/** CSV as Excel and databases write it (RFC 4180, CRLF), or one JSON object a line. */
export async function openText(path: string, form: ExportForm): Promise<SourceExport> {
  const encode = ENCODERS[form.encoding]
  const lineOf = form.kind === 'jsonl' ? jsonLines(form.header) : csvLine
  const handle = await open(path, 'w')
  let gathered = MARKS[form.encoding] + (form.kind === 'csv' ? csvLine(form.header) : '')
  let bytes = 0
  let failure: unknown = null
  const flush = async () => {
    const piece = encode(gathered)
    gathered = ''
    try {
      if (failure === null) await handle.writeFile(piece)
      bytes += piece.length
    } catch (error) {
      failure = error
    }
  }
  return {
    write: (cells) => {
      gathered += lineOf(cells)
      return gathered.length < GATHERED ? null : flush()
    },
    close: async () => {
      await flush()
      await handle.close()
      return failure === null ? { ok: true, value: bytes } : { ok: false, fault: writeFault(path, failure) }
    },
  }
}

const MARKS: Readonly<Record<ExportEncoding, string>> = {
  'utf-8': '',
  'utf-8-bom': '\uFEFF',
  'utf-16le': '\uFEFF',
  gb18030: '',
}

const ENCODERS: Readonly<Record<ExportEncoding, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-8-bom': (text) => Buffer.from(text, 'utf8'),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  gb18030: encodeGb,
}

function csvLine(cells: readonly ExportCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: ExportCell): string {
  if (cell === null) return ''
  const text = String(cell)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** With every key: a reader may take a key that is in no line for a form that has changed. */
function jsonLines(header: readonly string[]): (cells: readonly ExportCell[]) => string {
  return (cells) => `${JSON.stringify(Object.fromEntries(header.map((name, at) => [name, cells[at] ?? null])))}\n`
}

import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { checkHeader } from './check-header.ts'
import { csvShape } from './csv-shape.ts'
import type { Incoming } from './incoming.ts'
import { readThrough } from './read-through.ts'
import type { Recognized } from './recognized.ts'
import { strangeBytes, strangeFile, type StrangeKind } from './strange-file.ts'
import { CUT } from './structural-faults.ts'
import { encodingOf, type TextEncoding } from './text-encoding.ts'
import { untidyWatch } from './untidy-watch.ts'
import { unwrapped } from './wrapped-cell.ts'

/** What a text is: a CSV, JSON, or something that only looks like a table to people. */
export async function recognizeText(incoming: Incoming, head: Buffer): Promise<Kept<Recognized>> {
  const { file, fileName, progress } = incoming
  // A guess: it is right where the text turns out to be UTF-8, and not asked where it does not.
  const { delimiter } = csvShape(textOf(head, 'utf-8'), false)
  const untidy = untidyWatch(delimiter.charCodeAt(0))
  const through = await readThrough(file, (piece, done) => {
    untidy.add(piece)
    progress.looked(done)
  })
  const { bytes, digest, firstNul, firstNotUtf8 } = through
  if (bytes !== incoming.bytes) return refusedRecords('file-changed', fileName)
  const encoding = await encodingOf(file, fileName, through)
  if (!encoding.ok) return encoding
  if (encoding.value === null) {
    const otherwise =
      firstNotUtf8 === null || firstNul !== null
        ? strangeFile(fileName, 'binary')
        : refusedRecords('file-not-text', fileName, `第 ${firstNotUtf8 + 1} 个字节`)
    return strangeBytes(fileName, head, otherwise)
  }
  const isWhole = head.length === bytes
  const text = textOf(head, encoding.value)
  const start = text.trimStart()
  if (start === '') return refusedRecords('file-empty', fileName)
  const strange = markupOf(start)
  if (strange !== null) return strangeFile(fileName, strange)
  const form = jsonForm(start)
  if (form !== null) return accepted({ kind: 'jsonl', encoding: encoding.value, form, digest })
  const shape = csvShape(text, isWhole)
  const { header, sample, leadingLines } = shape
  if (header === null) return refusedRecords('file-no-header', fileName)
  if (header.quotes !== 'whole') return refusedRecords('file-damaged', fileName, header.quotes === 'cut' ? CUT : HEADER)
  const names = checkHeader(fileName, header.cells.map(unwrapped), sample)
  if (!names.ok) return names
  if (isWhole && sample.length === 0) return refusedRecords('file-no-rows', fileName)
  const isPlain = encoding.value === 'utf-8' && leadingLines === 0 && header.row === 1
  return accepted({
    kind: 'csv',
    encoding: encoding.value,
    shape,
    names: names.value,
    isTidy: isPlain && !untidy.isUntidy(),
    digest,
  })
}

const HEADER = '表头的引号没有配对'

function textOf(head: Buffer, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true }).replace(/^\ufeff/u, '')
}

function markupOf(start: string): StrangeKind | null {
  if (start.startsWith('%PDF-')) return 'pdf'
  if (start.startsWith('{\\rtf')) return 'rich-text'
  if (/^(?:MIME-Version:|From: <Saved by)/iu.test(start)) return 'web-archive'
  if (/^<(?:!doctype html|html|head|meta|table|style|div|body)\b/iu.test(start)) return 'html-table'
  if (!/^<(?:\?xml|!--|[a-z])/iu.test(start)) return null
  if (/<html\b|<table\b/iu.test(start)) return 'html-table'
  return start.includes('urn:schemas-microsoft-com:office:spreadsheet') ? 'xml-table' : 'xml'
}

function jsonForm(start: string): 'lines' | 'array' | null {
  if (/^\{\s*(?:"|\}|$)/u.test(start)) return 'lines'
  return /^\[\s*(?:\{|\]|$)/u.test(start) ? 'array' : null
}

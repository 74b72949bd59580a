import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { fileSource } from '../../evidence/byte-source.ts'
import { startsArchive } from '../../evidence/inspect-archive.ts'
import { inspectCompound, startsCompound } from '../../evidence/inspect-compound.ts'
import type { Incoming } from './incoming.ts'
import { readBytes } from './read-bytes.ts'
import { readThrough } from './read-through.ts'
import type { Recognized } from './recognized.ts'
import { recognizeText } from './recognize-text.ts'
import { strangeBytes, strangeFile } from './strange-file.ts'
import { markOf, wideOf } from './text-encoding.ts'
import { recognizeArchive } from './workbook/recognize-archive.ts'

/** What a file is, by its content, and its digest. It is read once from end to end, unless its first bytes rule it out. */
export async function recognizeFile(incoming: Incoming): Promise<Kept<Recognized>> {
  const { file, fileName, bytes, limits } = incoming
  if (bytes === 0) return refusedRecords('file-empty', fileName)
  const head = await readBytes(file, 0, Math.min(bytes, HEAD))
  if (startsCompound(head)) return compoundRefusal(incoming)
  const isArchive = startsArchive(head)
  const limit = isArchive ? limits.workbookBytes : limits.fileBytes
  if (bytes > limit) return refusedRecords('file-too-large', fileName, `有 ${sizeText(bytes)}`, sizeText(limit))
  if (isArchive) return recognizeArchive(incoming)
  if (startsWith(head, 'PARE')) return refusedRecords('file-encrypted', fileName)
  if (startsWith(head, 'PAR1')) return recognizeParquet(incoming)
  if (head.includes(0) && markOf(head) === null && wideOf(head) === null)
    return strangeBytes(fileName, head, strangeFile(fileName, 'binary'))
  return recognizeText(incoming, head)
}

const HEAD = 1 << 18

async function compoundRefusal({ file, fileName, bytes }: Incoming): Promise<Kept<never>> {
  const sniffed = await inspectCompound(fileSource(file, bytes))
  if (sniffed.ok) {
    if (sniffed.kind === 'xls') return strangeFile(fileName, 'old-workbook')
    return strangeFile(fileName, sniffed.kind === 'doc' ? 'document' : 'slides')
  }
  if (sniffed.fault.code === 'file-encrypted') return refusedRecords('file-encrypted', fileName)
  if (sniffed.fault.code === 'file-damaged') return refusedRecords('file-damaged', fileName, sniffed.fault.detail)
  return strangeFile(fileName, 'old-office')
}

async function recognizeParquet({ file, fileName, bytes, progress }: Incoming): Promise<Kept<Recognized>> {
  const tail = await readBytes(file, Math.max(0, bytes - 4), bytes)
  if (bytes < 12 || !startsWith(tail, 'PAR1')) return refusedRecords('file-damaged', fileName, 'Parquet 没有结尾')
  const { digest } = await readThrough(file, (_piece, done) => progress.looked(done))
  return accepted({ kind: 'parquet', digest })
}

function startsWith(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.subarray(0, word.length)).toString('latin1') === word
}

function sizeText(bytes: number): string {
  return bytes < 2 ** 30 ? `${Math.ceil(bytes / 2 ** 20)} MB` : `${(bytes / 2 ** 30).toFixed(1)} GB`
}

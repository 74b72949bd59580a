import type { Kept } from '../../../../app/ports/record-store.ts'
import { accepted } from '../../../../core/kernel/outcome.ts'
import type { Incoming } from '../incoming.ts'
import type { PackageParts } from '../../../office-package/open-package.ts'
import { readThrough } from '../read-through.ts'
import type { Recognized } from '../recognized.ts'
import { strangeFile, type StrangeKind } from '../strange-file.ts'
import { openParts } from './workbook-parts.ts'

/** Whether a ZIP archive is a workbook, by the types that it declares of its parts. */
export async function recognizeArchive(incoming: Incoming): Promise<Kept<Recognized>> {
  const parts = await openParts(incoming)
  if (!parts.ok) return parts
  const strange = await strangeKind(parts.value)
  if (strange !== null) return strangeFile(incoming.fileName, strange)
  const { digest } = await readThrough(incoming.file, (_piece, done) => incoming.progress.looked(done))
  return accepted({ kind: 'xlsx', parts: parts.value, digest })
}

/** Null for a workbook. */
async function strangeKind(parts: PackageParts): Promise<StrangeKind | null> {
  if ((await startOf(parts, 'mimetype')).includes('opendocument')) return 'open-document'
  const types = await startOf(parts, '[Content_Types].xml')
  if (/spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml/u.test(types))
    return null
  if (types.includes('ms-excel.sheet.binary')) return 'binary-workbook'
  if (/wordprocessingml|ms-word/u.test(types)) return 'document'
  return /presentationml|ms-powerpoint/u.test(types) ? 'slides' : 'archive'
}

const LONGEST_TYPES = 1 << 20

async function startOf(parts: PackageParts, name: string): Promise<string> {
  let text = ''
  for await (const piece of parts.read(name)) {
    text += piece.toString('latin1')
    if (text.length > LONGEST_TYPES) break
  }
  return text
}

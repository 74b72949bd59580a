import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FileFault } from '../../app/ports/file-fault.ts'
import type { SourceText, TextRead, TextSource } from '../../app/ports/text-source.ts'
import { decodeText } from './decode-text.ts'
import { officeFormOf } from '../../core/notice/source/office-form.ts'

/** A notice of a million characters is 3 MB; what is larger than this is not a notice. */
export const LARGEST_TEXT = 20 * 1024 * 1024

export const textFiles: TextSource = { read: readText }

async function readText(path: string): Promise<TextRead> {
  try {
    const state = await stat(path)
    if (state.isDirectory()) return failed({ code: 'file-is-folder', path })
    if (state.size > LARGEST_TEXT)
      return failed({ code: 'file-too-large', path, bytes: state.size, limit: LARGEST_TEXT })
    return textOf(path, await readUpTo(path, LARGEST_TEXT + 1))
  } catch (error) {
    return failed(faultOf(path, error))
  }
}

/** A pipe or device has no size beforehand, so what is read is bounded too. */
async function readUpTo(path: string, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: limit - 1 })) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function textOf(path: string, bytes: Buffer): TextRead {
  if (bytes.length === 0) return failed({ code: 'file-empty', path })
  if (bytes.length > LARGEST_TEXT)
    return failed({ code: 'file-too-large', path, bytes: bytes.length, limit: LARGEST_TEXT })
  const form = officeFormOf(bytes)
  if (form !== null) return failed({ code: 'file-is-document', path, form })
  const decoded = decodeText(bytes)
  if (!decoded.ok) return failed({ ...decoded.fault, path })
  if (decoded.text.trim() === '') return failed({ code: 'file-blank', path })
  const { text, encoding, isAssumed } = decoded
  const value: SourceText = { path, text, encoding, isAssumed }
  return { ok: true, value }
}

function failed(fault: FileFault): TextRead {
  return { ok: false, fault }
}

/** A path that runs through a file (ENOTDIR) or is no path at all is as missing as one that leads nowhere. */
function faultOf(path: string, error: unknown): FileFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE' || code === 'ENAMETOOLONG')
    return { code: 'file-missing', path }
  if (code === 'EISDIR') return { code: 'file-is-folder', path }
  return { code: 'file-unreadable', path, detail: code || String(error) }
}

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileFault } from '../../app/ports/file-fault.ts'
import type { NoticeTextRead, SourceText, TextRead, TextSource } from '../../app/ports/text-source.ts'
import { LARGEST_NOTICE } from '../../core/notice/source/longest-notice.ts'
import { officeFormOf } from '../../core/notice/source/office-form.ts'
import { decodeText } from './decode-text.ts'
import { noticeReader } from './incoming/read-notice.ts'

/** What is larger than a notice may be is no text of ours either. */
export const LARGEST_TEXT = LARGEST_NOTICE

export const textFiles: TextSource = { read: readText, readNotice: readNoticeFile }

const notices = noticeReader()

async function readText(path: string): Promise<TextRead> {
  const content = await readBytes(path)
  return content.ok ? textOf(path, content.value) : content
}

async function readNoticeFile(path: string): Promise<NoticeTextRead> {
  const content = await readBytes(path)
  if (!content.ok) return content
  const read = await notices.read(content.value, basename(path))
  return read.ok ? { ok: true, value: { ...read.value, path } } : failed({ ...read.fault, path })
}

async function readBytes(
  path: string,
): Promise<{ readonly ok: true; readonly value: Buffer } | { readonly ok: false; readonly fault: FileFault }> {
  try {
    const state = await stat(path)
    if (state.isDirectory()) return failed({ code: 'file-is-folder', path })
    if (state.size > LARGEST_TEXT)
      return failed({ code: 'file-too-large', path, bytes: state.size, limit: LARGEST_TEXT })
    const bytes = await readUpTo(path, LARGEST_TEXT + 1)
    if (bytes.length === 0) return failed({ code: 'file-empty', path })
    if (bytes.length > LARGEST_TEXT)
      return failed({ code: 'file-too-large', path, bytes: bytes.length, limit: LARGEST_TEXT })
    return { ok: true, value: bytes }
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
  const form = officeFormOf(bytes)
  if (form !== null) return failed({ code: 'file-is-document', path, form })
  const decoded = decodeText(bytes)
  if (!decoded.ok) return failed({ ...decoded.fault, path })
  if (decoded.text.trim() === '') return failed({ code: 'file-blank', path })
  const { text, encoding, isAssumed } = decoded
  const value: SourceText = { path, text, encoding, isAssumed }
  return { ok: true, value }
}

function failed(fault: FileFault): { readonly ok: false; readonly fault: FileFault } {
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

/**
 * The door by which a notice comes in, whatever its form: text as it is decoded, a document (Word, Excel, PDF) as one text
 * that says where each piece stood. What a file is, its bytes say; a name that promises another form is told, not refused.
 * Documents are read in a thread of their own, within bounds of time and memory: `document-thread.ts`.
 */
import { createHash } from 'node:crypto'
import type { NoticeRead, NoticeReader } from '../../../app/ports/notice-reader.ts'
import type { NoticeFault } from '../../../app/ports/file-fault.ts'
import { fileContentOf, type DocumentForm } from '../../../core/notice/source/file-content.ts'
import { formOfName } from '../../../core/notice/source/form-of-name.ts'
import { LARGEST_NOTICE } from '../../../core/notice/source/longest-notice.ts'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import { decodeText } from '../decode-text.ts'
import { documentThread, type DocumentBounds, USUAL_BOUNDS } from './document-thread.ts'

/** One reader for the program: what may be read at a time is counted here. */
export function noticeReader(bounds: DocumentBounds = USUAL_BOUNDS): NoticeReader {
  const readDocument = documentThread(bounds)
  return {
    read: async (bytes, fileName) => {
      if (bytes.length === 0) return failed({ code: 'file-empty' })
      if (bytes.length > LARGEST_NOTICE)
        return failed({ code: 'file-too-large', bytes: bytes.length, limit: LARGEST_NOTICE })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const content = fileContentOf(bytes)
      switch (content.kind) {
        case 'text':
          return textNotice(bytes, fileName, sha256)
        case 'foreign':
          return failed({ code: 'file-is-document', form: content.form })
        case 'encrypted':
          return failed({ code: 'document-encrypted' })
        case 'document': {
          const { form } = content
          const read = await readDocument({ form, bytes, fileName, sha256 })
          if (!read.ok) return read
          const isMisnamed = isOtherThan(form, fileName)
          return { ok: true, value: { ...read.value, form, encoding: null, isAssumed: false, isMisnamed, sha256 } }
        }
        default:
          return unreachable(content)
      }
    },
  }
}

function textNotice(bytes: Uint8Array, fileName: string, sha256: string): NoticeRead {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding, isAssumed } = decoded
  if (text.trim() === '') return failed({ code: 'file-blank' })
  return {
    ok: true,
    value: {
      text,
      form: 'text',
      encoding,
      isAssumed,
      isMisnamed: isOtherThan('text', fileName),
      unread: [],
      sha256,
    },
  }
}

function isOtherThan(form: DocumentForm | 'text', fileName: string): boolean {
  const promised = formOfName(fileName)
  return promised !== null && promised !== form
}

function failed(fault: NoticeFault): NoticeRead {
  return { ok: false, fault }
}

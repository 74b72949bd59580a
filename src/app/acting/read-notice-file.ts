import { accepted, type Refusal } from '../../core/kernel/outcome.ts'
import { LARGEST_NOTICE } from '../../core/notice/source/longest-notice.ts'
import { messageOfNotice } from '../notice-problem.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { NoticeFault } from '../ports/file-fault.ts'
import type { NoticeReader, ReadNotice } from '../ports/notice-reader.ts'

export type ReadNoticeRefusal = Refusal<NoticeFault['code'] | 'not-permitted' | 'notice-broke-off'>

export type NoticeReading =
  | { readonly ok: true; readonly value: ReadNotice }
  | { readonly ok: false; readonly refusal: ReadNoticeRefusal }

/** 读入通知: the text of a notice as it was issued, on its way to being adopted. Nothing of it is kept here. */
export async function readNoticeFile(
  notices: NoticeReader,
  actor: Actor,
  fileName: string,
  content: AsyncIterable<Uint8Array>,
): Promise<NoticeReading> {
  if (!may(actor, 'rubric.adopt', null)) return refusedActing('not-permitted')
  const { bytes, length } = await collected(content)
  if (bytes === null) return brokeOff(fileName)
  const read =
    length > LARGEST_NOTICE
      ? failed({ code: 'file-too-large', bytes: length, limit: LARGEST_NOTICE })
      : await notices.read(bytes, fileName)
  if (read.ok) return accepted(read.value)
  const { code } = read.fault
  return { ok: false, refusal: { code, message: messageOfNotice({ ...read.fault, path: fileName }) } }
}

/** What is beyond the limit is let go by, so that the answer reaches who still sends; beyond ten times of it nobody is heard out. */
async function collected(content: AsyncIterable<Uint8Array>) {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of content) {
      length += chunk.length
      if (length <= LARGEST_NOTICE) chunks.push(chunk)
      else chunks.length = 0
      if (length > 10 * LARGEST_NOTICE) break
    }
  } catch {
    return { bytes: null, length }
  }
  return { bytes: joined(chunks), length }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function failed(fault: NoticeFault): { readonly ok: false; readonly fault: NoticeFault } {
  return { ok: false, fault }
}

function brokeOff(fileName: string): NoticeReading {
  const message = `“${fileName}”没有传完，没有读入任何内容。请检查网络后再选一次。`
  return { ok: false, refusal: { code: 'notice-broke-off', message } }
}

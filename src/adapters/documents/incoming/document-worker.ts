/** The thread of one document: bytes in, marked text or a fault out. A reader that throws says of the file that it is damaged. */
import { parentPort, workerData } from 'node:worker_threads'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import { LONGEST_NOTICE } from '../../../core/notice/source/longest-notice.ts'
import type { UnreadPart } from '../../../core/notice/source/unread-part.ts'
import type { DocumentAsked, ReadDocument } from './document-thread.ts'
import type { IncomingBlock } from './incoming-block.ts'
import type { IncomingRead } from './incoming-fault.ts'
import { markedText } from './marked-text.ts'

parentPort?.postMessage(await marked(workerData as DocumentAsked), [])

async function marked(asked: DocumentAsked): Promise<IncomingRead<ReadDocument>> {
  try {
    const blocks = await blocksOf(asked)
    if (!blocks.ok) return blocks
    if (blocks.value.every(isBlank)) return { ok: false, fault: { code: 'document-empty' } }
    const text = markedText(asked, blocks.value)
    return text.length > LONGEST_NOTICE
      ? { ok: false, fault: { code: 'document-too-large', what: 'characters', limit: LONGEST_NOTICE } }
      : { ok: true, value: { text, unread: blocks.value.flatMap(unreadOf) } }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, fault: { code: 'document-damaged', part: '', detail } }
  }
}

/** Only the reader that is needed is loaded. */
async function blocksOf({ form, bytes }: DocumentAsked): Promise<IncomingRead<readonly IncomingBlock[]>> {
  switch (form) {
    case 'docx':
      return (await import('./word/read-word.ts')).readWord(bytes)
    case 'xlsx':
      return (await import('./workbook/read-workbook.ts')).readWorkbook(bytes)
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes)
  }
}

function isBlank(block: IncomingBlock): boolean {
  switch (block.kind) {
    case 'table':
      return block.rows.every((row) => row.every(({ paragraphs }) => paragraphs.every(isBlankLine)))
    case 'heading':
    case 'paragraph':
      return isBlankLine(block.pieces)
    case 'unread':
      return true
    default:
      return unreachable(block)
  }
}

function unreadOf(block: IncomingBlock): UnreadPart[] {
  return block.kind === 'unread' ? [block.part] : []
}

function isBlankLine(pieces: readonly { readonly text: string }[]): boolean {
  return pieces.every(({ text }) => text.trim() === '')
}

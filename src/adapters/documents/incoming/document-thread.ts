import { Worker } from 'node:worker_threads'
import type { NoticeFault } from '../../../app/ports/file-fault.ts'
import { FORM_WORDS, type DocumentForm } from '../../../core/notice/source/file-content.ts'
import type { UnreadPart } from '../../../core/notice/source/unread-part.ts'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import type { IncomingFault, IncomingRead } from './incoming-fault.ts'
import { oneAfterAnother } from '../one-after-another.ts'

export interface DocumentBounds {
  readonly seconds: number
  /** Of what the reader holds as JavaScript; what it holds beside that may grow the process as far again. */
  readonly megabytes: number
  readonly atOnce: number
  readonly waiting: number
}

/** Far above what documents of offices need: sixty pages with a thousand clauses take seconds, and a tenth of the memory. */
export const USUAL_BOUNDS: DocumentBounds = { seconds: 60, megabytes: 640, atOnce: 2, waiting: 16 }

/** What the thread is given. */
export interface DocumentAsked {
  readonly form: DocumentForm
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly sha256: string
}

/** The marked text, and what of the document is not in it. */
export interface ReadDocument {
  readonly text: string
  readonly unread: readonly UnreadPart[]
}

export type MarkedRead =
  | { readonly ok: true; readonly value: ReadDocument }
  | { readonly ok: false; readonly fault: NoticeFault }

/**
 * Documents as marked text, each read in a thread of its own that is ended when it goes beyond its bounds: a hostile file
 * costs its own reading and nothing else.
 */
export function documentThread(bounds: DocumentBounds): (asked: DocumentAsked) => Promise<MarkedRead> {
  const inTurn = oneAfterAnother(bounds.atOnce, bounds.waiting)
  return async (asked) =>
    (await inTurn(async () => readInThread(asked, bounds))) ?? { ok: false, fault: { code: 'reading-busy' } }
}

const LOOK_MS = 50
const MEGABYTE = 1024 * 1024

async function readInThread(asked: DocumentAsked, bounds: DocumentBounds): Promise<MarkedRead> {
  const form = FORM_WORDS[asked.form]
  const tooSlow: MarkedRead = { ok: false, fault: { code: 'document-too-slow', form, seconds: bounds.seconds } }
  const tooHeavy: MarkedRead = { ok: false, fault: { code: 'document-too-heavy', form, megabytes: bounds.megabytes } }
  const most = process.memoryUsage.rss() + 2 * bounds.megabytes * MEGABYTE
  const thread = new Worker(new URL('./document-worker.mjs', import.meta.url), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes },
    // What the program was started with is not for this thread, nor is what a reader prints for the terminal.
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve) => {
    const end = (read: MarkedRead) => {
      clearTimeout(late)
      clearInterval(watch)
      resolve(read)
      void thread.terminate()
    }
    const late = setTimeout(() => end(tooSlow), bounds.seconds * 1000)
    // Buffers are no part of the heap that the thread is bound to.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) end(tooHeavy)
    }, LOOK_MS)
    thread.once('message', (read: IncomingRead<ReadDocument>) =>
      end(read.ok ? read : { ok: false, fault: withForm(read.fault, form) }),
    )
    thread.once('error', (error: Error & { readonly code?: string }) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy : damaged(form, error.message)),
    )
    thread.once('exit', (code) => end(damaged(form, `ended with ${code}`)))
  })
}

function damaged(form: string, detail: string): MarkedRead {
  return { ok: false, fault: { code: 'document-damaged', form, part: '', detail } }
}

function withForm(fault: IncomingFault, form: string): NoticeFault {
  switch (fault.code) {
    case 'document-encrypted':
      return fault
    case 'document-damaged':
      return { ...fault, form }
    case 'document-without-text':
    case 'document-empty':
      return { ...fault, form }
    case 'document-too-large':
      return { ...fault, form }
    default:
      return unreachable(fault)
  }
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Digest } from '../../../../core/ledger/chain.ts'
import type { Answered, Told } from '../../../client/call.ts'
import type { Problem } from '../../../client/problem.ts'
import { FIRST_PIECE, nextPiece } from './pace.ts'

type Standing = Told<'beginRecordFile'> | Told<'appendRecordFile'>

/** The three requests that an upload is made of, and what it needs of the world. */
export interface SendingPorts {
  readonly begin: (declared: DeclaredFile) => Promise<Told<'beginRecordFile'>>
  readonly append: (offset: number, piece: Blob) => Promise<Told<'appendRecordFile'>>
  readonly finish: () => Promise<Told<'finishRecordFile'>>
  readonly now: () => number
  /** Waits until it is worth trying again. */
  readonly pause: (ms: number) => Promise<void>
  readonly onStage: (stage: SendingStage) => void
  readonly signal: AbortSignal
}

export interface DeclaredFile {
  readonly fileName: string
  readonly bytes: number
  readonly digest: Digest
}

export type SendingStage =
  | { readonly stage: 'digesting'; readonly done: number }
  | { readonly stage: 'sending'; readonly done: number }
  /** The line is down: it goes on by itself where the server says that it stands. */
  | { readonly stage: 'waiting'; readonly done: number }

export type Sent =
  | { readonly ok: true; readonly value: Answered<'finishRecordFile'> }
  | { readonly ok: false; readonly problem: Problem }

/** After these the server is asked how far it got, and the upload goes on from there. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'upload-offset-wrong', 'upload-broke-off', 'upload-busy'])
const DIGEST_PIECE = 1024 * 1024

/** Takes a file's digest, declares it, and sends what the server does not have yet, however often the line breaks. */
export async function sendRecordFile(file: Blob, fileName: string, ports: SendingPorts): Promise<Sent> {
  const digest = await digestOf(file, ports)
  const declared: DeclaredFile = { fileName, bytes: file.size, digest }
  let patience = FIRST_PATIENCE_MS
  let piece = FIRST_PIECE
  let standing: Standing = await ports.begin(declared)
  for (;;) {
    ports.signal.throwIfAborted()
    if (!standing.ok) {
      if (!PASSING.has(standing.problem.code)) return standing
      ports.onStage({ stage: 'waiting', done: 0 })
      await ports.pause(patience)
      patience = Math.min(patience * 2, MOST_PATIENCE_MS)
      standing = await ports.begin(declared)
      continue
    }
    const { offset } = standing.value
    ports.onStage({ stage: 'sending', done: offset })
    if (offset >= file.size) {
      const finished = await ports.finish()
      if (finished.ok || !PASSING.has(finished.problem.code)) return finished
      standing = finished
      continue
    }
    const from = ports.now()
    standing = await ports.append(offset, file.slice(offset, offset + piece))
    if (!standing.ok) continue
    patience = FIRST_PATIENCE_MS
    piece = nextPiece(piece, ports.now() - from)
  }
}

const FIRST_PATIENCE_MS = 1_000
const MOST_PATIENCE_MS = 30_000

async function digestOf(file: Blob, { onStage, signal }: SendingPorts): Promise<Digest> {
  const hash = sha256.create()
  for (let at = 0; at < file.size; at += DIGEST_PIECE) {
    signal.throwIfAborted()
    onStage({ stage: 'digesting', done: at })
    hash.update(new Uint8Array(await file.slice(at, at + DIGEST_PIECE).arrayBuffer()))
  }
  return bytesToHex(hash.digest()) as Digest
}

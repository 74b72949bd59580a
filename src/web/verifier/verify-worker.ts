/** Verification beside the page, so that a long ledger holds nothing up. It asks no network for anything. */
import { codesOf, verifyFile } from './verify-file.ts'
import type { VerifierAsk, VerifierSay } from './verifier-words.ts'

addEventListener('message', ({ data }: MessageEvent<VerifierAsk>) => void answer(data))

async function answer(ask: VerifierAsk): Promise<void> {
  const { askId } = ask
  try {
    if (ask.kind === 'codes') return say({ kind: 'codes', askId, codes: codesOf(ask.sheets) })
    const note = (bytes: number) => say({ kind: 'read', askId, bytes })
    const verification = await verifyFile(chunksOf(ask.file), ask.anchor, note)
    say({ kind: 'verified', askId, verification })
  } catch (error) {
    say({ kind: 'failed', askId, message: error instanceof Error ? error.message : String(error) })
  }
}

function say(said: VerifierSay): void {
  postMessage(said)
}

const PIECE = 4_194_304

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE) yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer())
}

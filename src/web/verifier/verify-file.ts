import { bundleVerifier } from '../../core/proof/verify-bundle.ts'
import type { Verification } from '../../core/proof/verification.ts'
import type { Anchor } from '../../core/proof/verify-anchor.ts'
import { verificationCode } from '../../core/scoring/verification-code.ts'
import { splitLines } from './split-lines.ts'
import type { CodeOfSheet, PublishedSheets } from './verifier-words.ts'
import { webDigests } from './web-digests.ts'

/** Recomputes all that a bundle says. `note` is told how many bytes have been read. */
export async function verifyFile(
  chunks: AsyncIterable<Uint8Array>,
  anchor: Anchor,
  note: (bytes: number) => void,
): Promise<Verification> {
  const verifier = bundleVerifier(webDigests, anchor)
  await splitLines(counted(chunks, note), verifier.take)
  return verifier.end()
}

/** The codes that the published sheets have, made here and not taken from the page. */
export function codesOf({ algorithm, heads, sheets }: PublishedSheets): readonly CodeOfSheet[] {
  const { of } = webDigests(algorithm)
  return heads.flatMap((head) =>
    sheets.map(({ centerId, digest }) => ({
      centerId,
      seq: head.seq,
      code: verificationCode(head, centerId, digest, of).code,
    })),
  )
}

async function* counted(chunks: AsyncIterable<Uint8Array>, note: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    yield chunk
    bytes += chunk.length
    note(bytes)
  }
}

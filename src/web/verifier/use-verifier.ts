import { useEffect, useRef } from 'react'
import type { Anchor } from '../../core/proof/verify-anchor.ts'
import type { Verification } from '../../core/proof/verification.ts'
import type { CodeOfSheet, PublishedSheets, VerifierAsk, VerifierSay } from './verifier-words.ts'

export interface Verifier {
  /** Rejects where the file cannot be read. */
  readonly verify: (file: Blob, anchor: Anchor, note: (share: number) => void) => Promise<Verification>
  readonly codes: (sheets: PublishedSheets) => Promise<readonly CodeOfSheet[]>
}

interface Waiting {
  readonly hear: (said: VerifierSay) => void
  readonly fail: (error: Error) => void
}

/** The verifier is loaded with the page and not when it is first needed: by then the network may be gone, on purpose. */
export function useVerifier(): Verifier {
  const worker = useRef<Worker | null>(null)
  const waiting = useRef(new Map<number, Waiting>())
  useEffect(() => {
    const started = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' })
    const asked = waiting.current
    started.addEventListener('message', ({ data }: MessageEvent<VerifierSay>) => {
      asked.get(data.askId)?.hear(data)
      if (data.kind !== 'read') asked.delete(data.askId)
    })
    started.addEventListener('error', ({ message }) => {
      for (const { fail } of asked.values()) fail(new Error(message))
      asked.clear()
    })
    worker.current = started
    return () => {
      started.terminate()
      worker.current = null
    }
  }, [])
  const asking = useRef<Verifier | null>(null)
  asking.current ??= verifierOver((ask, one) => {
    waiting.current.set(ask.askId, one)
    worker.current?.postMessage(ask)
  })
  return asking.current
}

function verifierOver(ask: (ask: VerifierAsk, waiting: Waiting) => void): Verifier {
  let last = 0
  return {
    verify: (file, anchor, note) =>
      new Promise((done, fail) => {
        last += 1
        ask(
          { kind: 'bundle', askId: last, file, anchor },
          {
            fail,
            hear: (said) => {
              if (said.kind === 'read') note(file.size === 0 ? 1 : said.bytes / file.size)
              if (said.kind === 'verified') done(said.verification)
              if (said.kind === 'failed') fail(new Error(said.message))
            },
          },
        )
      }),
    codes: (sheets) =>
      new Promise((done, fail) => {
        last += 1
        ask(
          { kind: 'codes', askId: last, sheets },
          {
            fail,
            hear: (said) => {
              if (said.kind === 'codes') done(said.codes)
              if (said.kind === 'failed') fail(new Error(said.message))
            },
          },
        )
      }),
  }
}

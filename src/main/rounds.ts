import { setTimeout } from 'node:timers/promises'
import type { Outcome } from '../core/kernel/outcome.ts'

/** Something to be done now and then, again and again, as long as the server runs. */
export interface Round {
  readonly name: string
  readonly everySeconds: number
  /** What takes long looks at `ending` between its steps. */
  readonly run: (ending: AbortSignal) => Promise<Outcome<unknown>>
}

/** `tell` hears of a round that was refused or threw; the next one comes all the same. */
export function startRounds(
  rounds: readonly Round[],
  tell: (name: string, trouble: unknown) => void,
): () => Promise<void> {
  const ending = new AbortController()
  const loops = rounds.map(async (round) => {
    while (!ending.signal.aborted) {
      await runOnce(round, ending.signal, tell)
      await pause(round.everySeconds * 1000, ending.signal)
    }
  })
  return async () => {
    ending.abort()
    await Promise.all(loops)
  }
}

async function runOnce(
  { name, run }: Round,
  ending: AbortSignal,
  tell: (name: string, trouble: unknown) => void,
): Promise<void> {
  try {
    const done = await run(ending)
    if (!done.ok) tell(name, done.refusal.code)
  } catch (error) {
    tell(name, error)
  }
}

/** Ends early when `signal` is aborted: that is all that it can be refused for. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined)
}

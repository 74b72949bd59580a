import type { LiveAssessment, LiveDraft } from './live-assessment.ts'

/** The folded assessments at hand. Where they come to more than the bound, those that were not asked for the longest are let go. */
export interface HeldAssessments {
  /** Asking for one is using it. */
  readonly get: (key: string) => LiveDraft | undefined
  /** Asked without using it. */
  readonly has: (key: string) => boolean
  /** Those that somebody holds. */
  readonly followed: () => readonly LiveDraft[]
  readonly put: (key: string, draft: LiveDraft) => void
  readonly drop: (key: string) => void
  /** Not let go before the answer is called; null where it is no longer the one at hand. */
  readonly hold: (key: string, live: LiveAssessment) => (() => void) | null
  /** Whether it is at hand, or would be with so many events without another being let go. */
  readonly hasRoom: (key: string, events: number) => boolean
  /** Of ledgers with so many events each, how many are held at once, from the first on. */
  readonly fitting: (events: readonly number[]) => number
  readonly counts: () => { readonly held: number; readonly megabytes: number; readonly letGo: number }
}

/** What an assessment takes: its rubric made ready for scoring, and what each event leaves behind (`npm run bench:scale -- counties`). */
const BYTES_EACH = 192 * 1024
const BYTES_AN_EVENT = 448

/** `isBusy`: an act has its turn on it. It is not let go, although nothing would be lost: it would be read again at once. */
export function heldAssessments(megabytes: number, isBusy: (key: string) => boolean): HeldAssessments {
  const bound = megabytes * 1024 * 1024
  // The longest unused comes first.
  const held = new Map<string, LiveDraft>()
  const holders = new Map<object, string>()
  let letGo = 0
  const bytes = () => {
    let all = 0
    for (const draft of held.values()) all += bytesOf(draft)
    return all
  }
  return {
    get: (key) => {
      const draft = held.get(key)
      if (draft === undefined) return undefined
      held.delete(key)
      held.set(key, draft)
      return draft
    },
    has: (key) => held.has(key),
    followed: () => [...new Set(holders.values())].flatMap((key) => held.get(key) ?? []),
    put: (key, draft) => {
      held.delete(key)
      held.set(key, draft)
      let excess = bytes() - bound
      const followed = new Set(holders.values())
      for (const [other, { head }] of held) {
        if (excess <= 0) return
        if (other === key || followed.has(other) || isBusy(other)) continue
        held.delete(other)
        letGo += 1
        excess -= bytesOf({ head })
      }
    },
    drop: (key) => {
      held.delete(key)
    },
    hold: (key, live) => {
      if (held.get(key) !== live) return null
      const holder = {}
      holders.set(holder, key)
      return () => void holders.delete(holder)
    },
    hasRoom: (key, events) => held.has(key) || bytes() + bytesOf({ head: { seq: events } }) <= bound,
    fitting: (events) => {
      let room = bound
      const first = events.findIndex((seq) => (room -= bytesOf({ head: { seq } })) < 0)
      return first === -1 ? events.length : first
    },
    counts: () => ({ held: held.size, megabytes: Math.ceil(bytes() / 1024 / 1024), letGo }),
  }
}

function bytesOf({ head }: { readonly head: Pick<LiveDraft['head'], 'seq'> }): number {
  return BYTES_EACH + head.seq * BYTES_AN_EVENT
}

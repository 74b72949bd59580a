import type { AnswerKey, AnswerStore, KeptAnswer } from '../../app/ports/answer-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'

interface Held {
  readonly request: string
  readonly claimedAt: Timestamp
  readonly nodeId: string
  readonly answer: KeptAnswer | null
}

/** Kept answers for tests, gone with the process. */
export function memoryAnswers(): AnswerStore {
  const held = new Map<string, Held>()
  return {
    claim: async (key, request, now, staleSince, nodeId) => {
      const found = held.get(placeOf(key))
      if (found !== undefined && (found.answer !== null || found.claimedAt >= staleSince)) {
        if (found.request !== request) return accepted({ kind: 'key-reused' })
        return accepted(found.answer === null ? { kind: 'running' } : { kind: 'kept', answer: found.answer })
      }
      held.set(placeOf(key), { request, claimedAt: now, nodeId, answer: null })
      return accepted({ kind: 'new' })
    },
    keep: async (key, answer) => {
      const found = held.get(placeOf(key))
      if (found !== undefined) held.set(placeOf(key), { ...found, answer })
      return accepted(null)
    },
    release: async (key) => {
      if (held.get(placeOf(key))?.answer === null) held.delete(placeOf(key))
      return accepted(null)
    },
    releaseOf: async (nodeId) => {
      const left = [...held].filter(([, found]) => found.nodeId === nodeId && found.answer === null)
      for (const [place] of left) held.delete(place)
      return accepted(left.length)
    },
    sweep: async (before) => {
      const old = [...held].filter(([, found]) => found.claimedAt < before)
      for (const [place] of old) held.delete(place)
      return accepted(old.length)
    },
  }
}

function placeOf({ tenantId, personId, key }: AnswerKey): string {
  return JSON.stringify([tenantId, personId, key])
}

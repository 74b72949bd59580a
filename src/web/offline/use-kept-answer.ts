import { useEffect } from 'react'
import type { Answered, Asked, OperationId } from '../client/call.ts'
import { isUnreachable, type Problem } from '../client/problem.ts'
import { useAnswer } from '../client/use-answer.ts'
import type { PhoneStore } from './phone-store.ts'
import { useStored } from './use-stored.ts'

/** The server's answer, or the phone's copy of the last one. `readAt`: milliseconds of the epoch. */
export interface KeptOrFresh<Id extends OperationId> {
  readonly answer: Answered<Id> | null
  readonly readAt: number | null
  /** Where there is neither. */
  readonly problem: Problem | null
}

/** Each person's copies are that person's own: what one may read is not shown to the next on the same phone. */
export function useKeptAnswer<Id extends OperationId>(
  store: PhoneStore,
  personId: string,
  id: Id,
  asked: Asked<Id>,
): KeptOrFresh<Id> {
  const { answer, isStale, readAt, problem } = useAnswer(id, asked)
  const key = `${personId} ${id} ${JSON.stringify(asked)}`
  const kept = useStored(async () => (await store.answers.get(key)) ?? null, [key])
  const isFresh = answer !== null && !isStale
  useEffect(() => {
    if (isFresh) void store.answers.put({ key, value: answer, readAt })
  }, [store, key, isFresh, answer, readAt])
  if (isFresh) return { answer, readAt, problem: null }
  // What the server refuses now is not shown from before; only what cannot be asked is.
  if (problem !== null && !isUnreachable(problem)) return { answer: null, readAt: null, problem }
  if (kept !== undefined && kept !== null)
    return { answer: kept.value as Answered<Id>, readAt: kept.readAt, problem: null }
  return { answer: null, readAt: null, problem: kept === undefined ? null : problem }
}

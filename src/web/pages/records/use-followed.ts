import { useEffect, useEffectEvent } from 'react'
import type { Answered, Asked, OperationId } from '../../client/call.ts'
import { useAnswer, type Answer } from '../../client/use-answer.ts'

const EVERY_MS = 1_000

/** An answer that is asked again and again while `isGoing` says so, and while somebody looks. */
export function useFollowed<Id extends OperationId>(
  id: Id,
  asked: Asked<Id>,
  isGoing: (answer: Answered<Id>) => boolean,
): Answer<Id> {
  const followed = useAnswer(id, asked)
  const { answer, problem } = followed
  const isRefused = problem !== null && problem.status < 500
  const isOver = isRefused || (answer !== null && !isGoing(answer))
  const again = useEffectEvent(() => {
    if (document.visibilityState === 'visible') followed.renew()
  })
  useEffect(() => {
    if (isOver) return undefined
    const timer = setInterval(() => again(), EVERY_MS)
    return () => clearInterval(timer)
  }, [isOver])
  return followed
}

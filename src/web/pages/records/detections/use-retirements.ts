import { useMemo } from 'react'
import type { Problem } from '../../../client/problem.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useBase } from '../use-base.ts'
import type { Retirement } from './by-clause.ts'

/** Which of the adopted detections are retired in the assessment, by name. */
export function useRetirements(): {
  readonly retirements: ReadonlyMap<string, Retirement> | null
  readonly problem: Problem | null
  readonly renew: () => void
} {
  const { assessmentId } = useBase()
  const { answer, problem, renew } = useAnswer('listRetirements', { params: { assessmentId } })
  const retirements = useMemo(
    () => (answer === null ? null : new Map(answer.retired.map((one) => [one.detection, one]))),
    [answer],
  )
  return { retirements, problem, renew }
}

import type { Rubric } from '../../../../core/rubric/rubric.ts'
import type { Problem } from '../../../client/problem.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useBase } from '../use-base.ts'
import type { AdoptedDetection } from './by-clause.ts'

/** The rubric of the assessment, and what was adopted for it. */
export function useDetections(): {
  readonly rubric: Rubric | null
  readonly detections: readonly AdoptedDetection[] | null
  readonly problem: Problem | null
  readonly renew: () => void
} {
  const { assessmentId } = useBase()
  const rubric = useAnswer('readRubric', { params: { assessmentId } })
  const rubricId = rubric.answer?.rubric.id ?? null
  const list = useAnswer('listDetections', rubricId === null ? null : { params: { rubricId } })
  return {
    rubric: rubric.answer?.rubric ?? null,
    detections: list.answer?.detections ?? null,
    problem: rubric.problem ?? list.problem,
    renew: rubric.problem === null ? list.renew : rubric.renew,
  }
}

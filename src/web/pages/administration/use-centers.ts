import { useMemo } from 'react'
import { useAnswer } from '../../client/use-answer.ts'

/** The centers by id, as the newest assessment lists them: there is no list of organizations beside those. */
export function useCenters(): ReadonlyMap<string, string> {
  const listed = useAnswer('listAssessments', {}).answer
  const assessmentId = (listed?.assessments.find(({ stage }) => stage === 'running') ?? listed?.assessments[0])
    ?.assessmentId
  const { answer } = useAnswer('readAssessment', assessmentId === undefined ? null : { params: { assessmentId } })
  return useMemo(
    () => new Map(answer?.centerList.map(({ centerId, name }) => [String(centerId), name]) ?? []),
    [answer],
  )
}

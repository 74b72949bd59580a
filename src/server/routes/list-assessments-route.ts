import { listAssessments } from '../../api/routes/list-assessments.ts'
import { listAssessments as listed, type AssessmentSummary } from '../../app/reading/list-assessments.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listAssessmentsRoute = route(listAssessments, async ({ asker }, { office }) =>
  replied(await listed(office, asker.actor), (found) =>
    answer({
      assessments: found.filter((one): one is AssessmentSummary => !('fault' in one)),
      damaged: found.flatMap((one) => ('fault' in one ? [told(one.assessmentId, one.fault)] : [])),
    }),
  ),
)

function told(
  assessmentId: AssessmentSummary['assessmentId'],
  fault: { readonly code: string; readonly message: string },
) {
  return { assessmentId, code: fault.code, message: fault.message }
}

import { readSelfAssessment } from '../../api/routes/read-self-assessment.ts'
import { readSelfAssessment as found } from '../../app/reading/read-self-assessment.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readSelfAssessmentRoute = route(readSelfAssessment, async ({ params, asker }, { office }) =>
  replied(await found(office, asker.actor, params.assessmentId, params.centerId), (view) =>
    answer({
      ...view,
      sections: view.sections.map((section) => ({
        ...section,
        between: [...section.between] as [number, number],
        criteria: [...section.criteria],
      })),
    }),
  ),
)

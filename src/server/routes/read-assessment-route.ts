import { readAssessment } from '../../api/routes/read-assessment.ts'
import { readAssessment as found } from '../../app/reading/read-assessment.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readAssessmentRoute = route(readAssessment, async ({ params, asker }, { office }) =>
  replied(await found(office, asker.actor, params.assessmentId), (view) =>
    answer({ ...view, centerList: [...view.centerList], questions: [...view.questions] }, { etag: String(view.seq) }),
  ),
)

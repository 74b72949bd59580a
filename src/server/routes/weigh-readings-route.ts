import { weighReadings } from '../../api/routes/weigh-readings.ts'
import { weighReadings as weighed } from '../../app/reading/weigh-readings.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const weighReadingsRoute = route(weighReadings, async ({ params, asker }, { office }) =>
  replied(await weighed(office, asker.actor, params.assessmentId, params.centerId), (questions) =>
    answer({ questions: questions.map((one) => ({ ...one, readings: [...one.readings] })) }),
  ),
)

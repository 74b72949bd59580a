import { readReadingEffects } from '../../api/routes/read-reading-effects.ts'
import { readingEffects } from '../../app/reading/reading-effects.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readReadingEffectsRoute = route(readReadingEffects, async ({ params, asker }, { office }) =>
  replied(await readingEffects(office, asker.actor, params.assessmentId, params.questionId), (readings) =>
    answer({ readings: readings.map((reading) => ({ ...reading, centers: [...reading.centers] })) }),
  ),
)

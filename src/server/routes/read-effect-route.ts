import { readEffect } from '../../api/routes/read-effect.ts'
import { effectOfEvent } from '../../app/reading/effect-of-event.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readEffectRoute = route(readEffect, async ({ params, asker }, { office }) => {
  const { assessmentId, findingId, seq } = params
  return replied(await effectOfEvent(office, asker.actor, assessmentId, findingId, seq), (effect) =>
    answer({ ...effect, numbers: [...effect.numbers] }),
  )
})

import { resetSecondFactor } from '../../api/routes/reset-second-factor.ts'
import { resetSecondFactor as resetBy } from '../../app/people/disable-second-factor.ts'
import { done, replied } from '../replied.ts'
import { route } from '../route.ts'

export const resetSecondFactorRoute = route(resetSecondFactor, async ({ params, asker, trace }, { people }) =>
  replied(await resetBy(people, asker.actor, params.personId, trace), done),
)

import { disableSecondFactor } from '../../api/routes/disable-second-factor.ts'
import { disableSecondFactor as disableBy } from '../../app/people/disable-second-factor.ts'
import { done, replied } from '../replied.ts'
import { route } from '../route.ts'

export const disableSecondFactorRoute = route(disableSecondFactor, async ({ body, asker, trace }, { people }) =>
  replied(await disableBy(people, asker.credential.text, body.code, trace), done),
)

import { passSecondFactor } from '../../api/routes/pass-second-factor.ts'
import { passSecondFactor as passBy } from '../../app/people/pass-second-factor.ts'
import { replied } from '../replied.ts'
import { route } from '../route.ts'
import { sessionAnswer } from '../session-answer.ts'

export const passSecondFactorRoute = route(passSecondFactor, async ({ body, asker, origin, trace }, parts) => {
  const passed = await passBy(parts.people, asker.credential.text, body.code, trace)
  return replied(passed, (session) => sessionAnswer(session, origin, parts))
})

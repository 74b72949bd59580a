import { confirmSecondFactor } from '../../api/routes/confirm-second-factor.ts'
import { confirmSecondFactor as confirmBy } from '../../app/people/enroll-second-factor.ts'
import { replied } from '../replied.ts'
import { route } from '../route.ts'
import { sessionAnswer } from '../session-answer.ts'

export const confirmSecondFactorRoute = route(confirmSecondFactor, async ({ body, asker, origin, trace }, parts) => {
  const confirmed = await confirmBy(parts.people, asker.credential.text, body.code, trace)
  return replied(confirmed, (session) => sessionAnswer(session, origin, parts))
})

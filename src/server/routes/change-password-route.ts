import { changePassword } from '../../api/routes/change-password.ts'
import { changePassword as changeBy } from '../../app/people/change-password.ts'
import { replied } from '../replied.ts'
import { route } from '../route.ts'
import { sessionAnswer } from '../session-answer.ts'

export const changePasswordRoute = route(changePassword, async ({ body, asker, origin, trace }, parts) => {
  const changed = await changeBy(parts.people, { token: asker.credential.text, ...body }, trace)
  return replied(changed, (session) => sessionAnswer(session, origin, parts))
})

import { resetPassword } from '../../api/routes/reset-password.ts'
import { resetPassword as resetBy } from '../../app/people/reset-password.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const resetPasswordRoute = route(resetPassword, async ({ params, asker, trace }, { people }) =>
  replied(await resetBy(people, asker.actor, params.personId, trace), (reset) => answer(reset)),
)

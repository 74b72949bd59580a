import { confirmProfile } from '../../api/routes/confirm-profile.ts'
import { confirmProfile as confirmedBy } from '../../app/records/confirm-profile.ts'
import { done, replied } from '../replied.ts'
import { route } from '../route.ts'

export const confirmProfileRoute = route(confirmProfile, async ({ body, asker }, { records }) =>
  replied(await confirmedBy(records, asker.actor, body.profile), done),
)

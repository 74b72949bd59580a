import { listProfiles } from '../../api/routes/list-profiles.ts'
import { listProfiles as listedBy } from '../../app/records/confirm-profile.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listProfilesRoute = route(listProfiles, async ({ asker }, { records }) =>
  replied(await listedBy(records, asker.actor), (profiles) => answer({ profiles: [...profiles] })),
)

import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { ConfirmedProfile } from '../ports/profile-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

/** From now on imports by this profile's id go by it; those made by an earlier version stay as they are. */
export async function confirmProfile(
  { profiles, office }: Pick<RecordsDesk, 'profiles' | 'office'>,
  actor: Actor,
  profileId: string,
  profile: ImportProfile,
): Promise<AtDesk<null>> {
  if (!may(actor, 'profile.confirm', null)) return refuseAtDesk('not-permitted')
  if (profile.id !== profileId) return refuseAtDesk('profile-id-differs', profile.id, profileId)
  return profiles.confirm(actor.tenantId, { profile, by: actor.personId, at: office.clock.now() })
}

/** The version that holds of each. */
export async function listProfiles(
  { profiles }: Pick<RecordsDesk, 'profiles'>,
  actor: Actor,
): Promise<AtDesk<readonly ConfirmedProfile[]>> {
  if (!may(actor, 'records.read', null)) return refuseAtDesk('not-permitted')
  return profiles.profiles(actor.tenantId)
}

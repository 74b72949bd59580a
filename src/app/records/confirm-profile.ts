import { checkProfile } from '../../core/records/check-profile.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { ConfirmedProfile } from '../ports/profile-store.ts'
import { refusedRecords } from '../ports/record-refusals.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

/** From now on imports by this profile's id go by it; those made by an earlier version stay as they are. */
export async function confirmProfile(
  { profiles, office }: Pick<RecordsDesk, 'profiles' | 'office'>,
  actor: Actor,
  profile: ImportProfile,
): Promise<AtDesk<null>> {
  if (!may(actor, 'profile.confirm', null)) return refuseAtDesk('not-permitted')
  const faults = checkProfile(profile).map(({ message }) => message)
  if (faults.length > 0) return refusedRecords('profile-wrong', toldFaults(faults))
  return profiles.confirm(actor.tenantId, { profile, by: actor.personId, at: office.clock.now() })
}

function toldFaults(faults: readonly string[]): string {
  const told = faults.slice(0, MOST_TOLD).join('；')
  return faults.length <= MOST_TOLD ? told : `${told}；另有 ${faults.length - MOST_TOLD} 处`
}

const MOST_TOLD = 5

/** The version that holds of each. */
export async function listProfiles(
  { profiles }: Pick<RecordsDesk, 'profiles'>,
  actor: Actor,
): Promise<AtDesk<readonly ConfirmedProfile[]>> {
  if (!may(actor, 'records.read', null)) return refuseAtDesk('not-permitted')
  return profiles.profiles(actor.tenantId)
}

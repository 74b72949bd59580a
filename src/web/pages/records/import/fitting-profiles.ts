import { checkHeader } from '../../../../core/records/check-profile.ts'
import { withoutErrorColumns } from '../../../../core/records/error-columns.ts'
import type { Answered } from '../../../client/call.ts'

export type ConfirmedProfile = Answered<'listProfiles'>['profiles'][number]

/** The confirmed profiles by which a file with this header can be read, the latest first. */
export function fittingProfiles(
  profiles: readonly ConfirmedProfile[],
  header: readonly string[],
): readonly ConfirmedProfile[] {
  const own = withoutErrorColumns(header)
  return profiles
    .filter(({ profile }) => {
      const { missing, unknown } = checkHeader(profile, own)
      return missing.length === 0 && unknown.filter((column) => column !== '').length === 0
    })
    .toSorted((one, other) => other.at.localeCompare(one.at))
}

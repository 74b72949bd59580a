import { checkHeader } from '../../core/records/check-profile.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'

/** A profile of a folder: as it was confirmed, as a draft that nobody confirmed, or corrected since it was confirmed. */
export interface FolderProfile {
  readonly profile: ImportProfile
  readonly standing: 'confirmed' | 'draft' | 'changed'
}

/** What people see in the folder decides: a file that says something else than what was confirmed is a draft again. */
export function folderProfiles(
  drafts: readonly ImportProfile[],
  confirmed: readonly ImportProfile[],
): readonly FolderProfile[] {
  const written = drafts.map((profile): FolderProfile => {
    const before = confirmed.find(({ id }) => id === profile.id)
    if (before === undefined) return { profile, standing: 'draft' }
    return JSON.stringify(before) === JSON.stringify(profile)
      ? { profile, standing: 'confirmed' }
      : { profile, standing: 'changed' }
  })
  const alone = confirmed.filter(({ id }) => drafts.every((draft) => draft.id !== id))
  return [...written, ...alone.map((profile): FolderProfile => ({ profile, standing: 'confirmed' }))]
}

/** Those whose columns are exactly the file's: the source is known, and its form has not changed. */
export function fittingProfiles(
  profiles: readonly FolderProfile[],
  header: readonly string[],
  wanted: DataSetName | null,
): readonly FolderProfile[] {
  return profiles.filter(({ profile }) => {
    if (wanted !== null && profile.dataSet !== wanted) return false
    const { missing, unknown } = checkHeader(profile, header)
    return missing.length === 0 && unknown.length === 0
  })
}

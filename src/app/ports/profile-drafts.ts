import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { ArchiveAnswer, Center } from './notice-archive.ts'

/**
 * Import profiles of an assessment folder as people read and correct them: a file each, named by the profile's id. A draft
 * holds nothing until it is confirmed (`profile-store.ts`). Centers may be written by name; each is always known by its own.
 */
export interface ProfileDrafts {
  /** By id. A file that is no profile is refused with the place where it is wrong. */
  readonly list: (folder: string, centers: readonly Center[]) => Promise<ArchiveAnswer<readonly ImportProfile[]>>
  /** Where the profile's file lies, or would. */
  readonly pathOf: (folder: string, id: string) => string
  /** A file of that id is replaced. The path that it has. */
  readonly write: (folder: string, profile: ImportProfile, centers: readonly Center[]) => Promise<ArchiveAnswer<string>>
}

import type { ProfileStore } from '../../app/ports/profile-store.ts'
import type { Database } from '../sqlite/open-database.ts'

export function sqliteProfiles(database: Database): ProfileStore {
  const none = async (): Promise<never> => {
    throw new Error(`no profiles yet in ${database.path}`)
  }
  return { confirm: none, profiles: none }
}

import type { ConfirmedProfile, ProfileStore } from '../../app/ports/profile-store.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { Database } from '../sqlite/open-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { textOf, type SqlRow } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { parsedOf } from './parsed-column.ts'

/** Profiles in the catalog, every version that was ever confirmed: an import names the profile that it was read by. */
export function sqliteProfiles(database: Database): ProfileStore {
  const { path } = database
  const insert = prepare(
    database,
    `INSERT INTO import_profiles (tenant_id, profile_id, version, profile_json, confirmed_by, confirmed_at)
     SELECT ?, ?, 1 + coalesce(max(version), 0), ?, ?, ? FROM import_profiles WHERE tenant_id = ? AND profile_id = ?`,
  )
  const latest = prepare(
    database,
    `SELECT profile_json, confirmed_by, confirmed_at, max(version) FROM import_profiles
     WHERE tenant_id = ? GROUP BY profile_id ORDER BY profile_id`,
    profileOf,
  )
  return {
    confirm: async (tenantId, { profile, by, at }) =>
      guarded(path, () => {
        insert.run(tenantId, profile.id, JSON.stringify(profile), by, at, tenantId, profile.id)
        return null
      }),
    profiles: async (tenantId) => guarded(path, () => latest.all(tenantId)),
  }
}

function profileOf(row: SqlRow): ConfirmedProfile {
  return {
    profile: parsedOf<ImportProfile>(row, 'profile_json'),
    by: textOf(row, 'confirmed_by') as PersonId,
    at: timestamp(textOf(row, 'confirmed_at')),
  }
}

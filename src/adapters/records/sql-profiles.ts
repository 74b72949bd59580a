import type { ConfirmedProfile, ProfileStore } from '../../app/ports/profile-store.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import { textOf, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'
import { parsedOf } from './parsed-column.ts'

const INSERT = command(
  `INSERT INTO import_profiles (tenant_id, profile_id, version, profile_json, confirmed_by, confirmed_at)
   SELECT CAST(? AS TEXT), CAST(? AS TEXT), 1 + coalesce(max(version), 0), CAST(? AS TEXT), CAST(? AS TEXT),
     CAST(? AS TEXT)
   FROM import_profiles WHERE tenant_id = ? AND profile_id = ?`,
)
const LATEST = query(
  `SELECT one.profile_json, one.confirmed_by, one.confirmed_at FROM import_profiles one
   JOIN (
     SELECT tenant_id, profile_id, max(version) AS version FROM import_profiles
     WHERE tenant_id = ? GROUP BY tenant_id, profile_id
   ) newest
   ON one.tenant_id = newest.tenant_id AND one.profile_id = newest.profile_id AND one.version = newest.version
   ORDER BY one.profile_id`,
  profileOf,
)

/** Profiles in the catalog, every version that was ever confirmed: an import names the profile that it was read by. */
export function sqlProfiles(database: SqlDatabase): ProfileStore {
  return {
    confirm: async (tenantId, { profile, by, at }) =>
      database.change(async (sql) => {
        await sql.run(INSERT, tenantId, profile.id, JSON.stringify(profile), by, at, tenantId, profile.id)
        return null
      }),
    profiles: async (tenantId) => database.ask((sql) => sql.all(LATEST, tenantId)),
  }
}

function profileOf(row: SqlRow): ConfirmedProfile {
  return {
    profile: parsedOf<ImportProfile>(row, 'profile_json'),
    by: textOf(row, 'confirmed_by') as PersonId,
    at: timestamp(textOf(row, 'confirmed_at')),
  }
}

import type { PlanKey, SamplingSecrets } from '../../app/ports/sampling-secrets.ts'
import { corruption } from '../sql/corruption.ts'
import { textOf } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'
import { openSqliteStore } from '../sqlite/sqlite-sql.ts'
import { SAMPLING_MIGRATIONS } from './sampling-migrations.ts'

const FIND = query(
  'SELECT seed, salt FROM sampling_secret WHERE tenant_id = ? AND assessment_id = ? AND plan_id = ?',
  (row) => ({ seed: textOf(row, 'seed'), salt: textOf(row, 'salt') }),
)
const ADD = command(
  `INSERT INTO sampling_secret (tenant_id, assessment_id, plan_id, seed, salt) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (tenant_id, assessment_id, plan_id) DO NOTHING`,
)

/** Seeds in one SQLite file. */
export const openSqliteSamplingSecrets = (path: string) =>
  openSqliteStore(path, SAMPLING_MIGRATIONS, sqlSamplingSecrets)

/** Seeds in a database, so that what was committed before a restart can be revealed after it. */
export function sqlSamplingSecrets(database: SqlDatabase): SamplingSecrets {
  return {
    // A seed that is there stays as it is, so the two statements need no transaction.
    keep: async (key, { seed, salt }) =>
      database.ask(async (sql) => {
        await sql.run(ADD, ...columns(key), seed, salt)
        const kept = await sql.get(FIND, ...columns(key))
        if (kept === null) throw corruption(`抽样计划“${key.planId}”的种子存不住`)
        return kept
      }),
    secret: async (key) => database.ask((sql) => sql.get(FIND, ...columns(key))),
  }
}

function columns({ tenantId, assessmentId, planId }: PlanKey): readonly [string, string, string] {
  return [tenantId, assessmentId, planId]
}

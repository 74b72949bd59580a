import type { PlanKey, SamplingSecrets } from '../../app/ports/sampling-secrets.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { openDatabase, transaction } from '../sqlite/open-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { textOf } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { SAMPLING_MIGRATIONS } from './sampling-migrations.ts'

/** Seeds in one SQLite file, so that what was committed before a restart can be revealed after it. */
export function openSqliteSamplingSecrets(path: string): Stored<SamplingSecrets & { readonly close: () => void }> {
  const opened = openDatabase(path, SAMPLING_MIGRATIONS)
  if (!opened.ok) return opened
  const database = opened.value
  const find = prepare(
    database,
    'SELECT seed, salt FROM sampling_secret WHERE tenant_id = ? AND assessment_id = ? AND plan_id = ?',
    (row) => ({ seed: textOf(row, 'seed'), salt: textOf(row, 'salt') }),
  )
  const add = prepare(
    database,
    'INSERT INTO sampling_secret (tenant_id, assessment_id, plan_id, seed, salt) VALUES (?, ?, ?, ?, ?)',
  )
  return accepted({
    keep: async (key, { seed, salt }) =>
      guarded(path, () =>
        transaction(database, () => {
          const kept = find.get(...columns(key))
          if (kept !== null) return kept
          add.run(...columns(key), seed, salt)
          return { seed, salt }
        }),
      ),
    secret: async (key) => guarded(path, () => find.get(...columns(key))),
    close: database.close,
  })
}

function columns({ tenantId, assessmentId, planId }: PlanKey): readonly [string, string, string] {
  return [tenantId, assessmentId, planId]
}

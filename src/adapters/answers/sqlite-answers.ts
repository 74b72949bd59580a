import type { AnswerKey, AnswerStore, Claim } from '../../app/ports/answer-store.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { openDatabase, transaction } from '../sqlite/open-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { integerOrNull, textOf, textOrNull } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { ANSWER_MIGRATIONS } from './answer-migrations.ts'

/** Kept answers in one SQLite file, so that a request sent again after a restart is not done again. */
export function openSqliteAnswers(path: string): Stored<AnswerStore & { readonly close: () => void }> {
  const opened = openDatabase(path, ANSWER_MIGRATIONS)
  if (!opened.ok) return opened
  const database = opened.value
  const find = prepare(database, `SELECT * FROM answer WHERE tenant_id = ? AND person_id = ? AND key = ?`, (row) => ({
    request: textOf(row, 'request'),
    claimedAt: textOf(row, 'claimed_at'),
    status: integerOrNull(row, 'status'),
    body: textOrNull(row, 'body'),
  }))
  const claim = prepare(
    database,
    `INSERT OR REPLACE INTO answer (tenant_id, person_id, key, request, claimed_at, status, body)
     VALUES (?, ?, ?, ?, ?, NULL, NULL)`,
  )
  const keep = prepare(
    database,
    `UPDATE answer SET status = ?, body = ? WHERE tenant_id = ? AND person_id = ? AND key = ?`,
  )
  const release = prepare(
    database,
    `DELETE FROM answer WHERE tenant_id = ? AND person_id = ? AND key = ? AND status IS NULL`,
  )
  const sweep = prepare(database, 'DELETE FROM answer WHERE tenant_id = ? AND claimed_at < ?')
  return accepted({
    claim: async (key, request, now, staleSince) =>
      guarded(path, () =>
        transaction(database, (): Claim => {
          const found = find.get(...columns(key))
          if (found !== null && (found.status !== null || found.claimedAt >= staleSince)) {
            if (found.request !== request) return { kind: 'key-reused' }
            const { status, body } = found
            return status === null ? { kind: 'running' } : { kind: 'kept', answer: { status, body } }
          }
          claim.run(...columns(key), request, now)
          return { kind: 'new' }
        }),
      ),
    keep: async (key, { status, body }) =>
      guarded(path, () => {
        keep.run(status, body, ...columns(key))
        return null
      }),
    release: async (key) =>
      guarded(path, () => {
        release.run(...columns(key))
        return null
      }),
    sweep: async (tenantId, before) => guarded(path, () => sweep.run(tenantId, before)),
    close: database.close,
  })
}

function columns({ tenantId, personId, key }: AnswerKey): readonly [string, string, string] {
  return [tenantId, personId, key]
}

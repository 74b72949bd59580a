import type { AnswerKey, AnswerStore, Claim } from '../../app/ports/answer-store.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { integerOrNull, textOf, textOrNull } from '../sql/row.ts'
import { command, query, type Sql, type SqlDatabase } from '../sql/sql-database.ts'
import { openSqliteStore } from '../sqlite/sqlite-sql.ts'
import { ANSWER_MIGRATIONS } from './answer-migrations.ts'

/** Of many that claim at once one changes a row: the others find what it wrote, and it is not stale. */
const CLAIM = command(
  `INSERT INTO answer (tenant_id, person_id, key, request, claimed_at, node_id, status, body)
   VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)
   ON CONFLICT (tenant_id, person_id, key)
   DO UPDATE SET request = excluded.request, claimed_at = excluded.claimed_at, node_id = excluded.node_id
   WHERE answer.status IS NULL AND answer.claimed_at < ?`,
)
const FIND = query('SELECT * FROM answer WHERE tenant_id = ? AND person_id = ? AND key = ?', (row) => ({
  request: textOf(row, 'request'),
  status: integerOrNull(row, 'status'),
  body: textOrNull(row, 'body'),
}))
const KEEP = command('UPDATE answer SET status = ?, body = ? WHERE tenant_id = ? AND person_id = ? AND key = ?')
const RELEASE = command('DELETE FROM answer WHERE tenant_id = ? AND person_id = ? AND key = ? AND status IS NULL')
const RELEASE_OF = command('DELETE FROM answer WHERE node_id = ? AND status IS NULL')
const SWEEP = command('DELETE FROM answer WHERE claimed_at < ?')

/** Kept answers in one SQLite file. */
export const openSqliteAnswers = (path: string) => openSqliteStore(path, ANSWER_MIGRATIONS, sqlAnswers)

/** Kept answers in a database, so that a request sent again after a restart, or to another node, is not done again. */
export function sqlAnswers(database: SqlDatabase): AnswerStore {
  return {
    claim: async (key, request, now, staleSince, nodeId) =>
      database.ask(async (sql) => claimed(sql, key, [request, now, nodeId, staleSince])),
    keep: async (key, { status, body }) =>
      database.ask(async (sql) => {
        await sql.run(KEEP, status, body, ...columns(key))
        return null
      }),
    release: async (key) =>
      database.ask(async (sql) => {
        await sql.run(RELEASE, ...columns(key))
        return null
      }),
    releaseOf: async (nodeId) => database.ask((sql) => sql.run(RELEASE_OF, nodeId)),
    sweep: async (before) => database.ask((sql) => sql.run(SWEEP, before)),
  }
}

async function claimed(
  sql: Sql,
  key: AnswerKey,
  asked: readonly [request: string, now: Timestamp, nodeId: string, staleSince: Timestamp],
): Promise<Claim> {
  for (;;) {
    if ((await sql.run(CLAIM, ...columns(key), ...asked)) === 1) return { kind: 'new' }
    const found = await sql.get(FIND, ...columns(key))
    // Released between the two statements: it is there to be claimed again.
    if (found === null) continue
    if (found.request !== asked[0]) return { kind: 'key-reused' }
    const { status, body } = found
    return status === null ? { kind: 'running' } : { kind: 'kept', answer: { status, body } }
  }
}

function columns({ tenantId, personId, key }: AnswerKey): readonly [string, string, string] {
  return [tenantId, personId, key]
}

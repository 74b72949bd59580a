import type { PoolClient } from 'pg'
import { databaseFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { guardedPostgres } from '../postgres/postgres-fault.ts'
import { isCorruption } from '../sql/corruption.ts'
import type { SqlRow, SqlValue } from '../sql/row.ts'
import { ORPHANS, type CheckedRows } from './checked-rows.ts'
import { entryIn, headIn } from './ledger-rows.ts'

const AT_ONCE = 2_000

/** Within one transaction, which sees one moment. What PostgreSQL cannot read is rolled back to before it was asked. */
export function postgresCheckedRows(client: PoolClient, place: string): CheckedRows {
  const asked = async <Value>(work: () => Promise<Value>): Promise<Stored<Value>> => {
    await client.query('SAVEPOINT asked')
    const found = await guardedPostgres(place, work)
    await client.query(found.ok ? 'RELEASE asked' : 'ROLLBACK TO asked')
    return found
  }
  const all = (text: string, ...values: readonly SqlValue[]) =>
    asked(async () => (await client.query<SqlRow>(text, [...values])).rows)
  const entries = (more: string, ...values: readonly SqlValue[]) =>
    asked(async () => {
      const { rows } = await client.query<SqlValue[]>({
        text: `${EVENTS} ${more}`,
        values: [...values],
        rowMode: 'array',
      })
      return rows.map(entryIn)
    })
  let cursors = 0
  return {
    read: (work) => {
      try {
        return accepted(work())
      } catch (error) {
        if (!isCorruption(error)) throw error
        return databaseFault('store-corrupted', place, error.message)
      }
    },
    headers: () => all('SELECT * FROM headers'),
    events: ({ tenantId, assessmentId }, afterSeq, limit) =>
      entries('AND seq > $3 ORDER BY seq LIMIT $4', tenantId, assessmentId, afterSeq, limit),
    event: async ({ tenantId, assessmentId }, seq) => {
      const found = await entries('AND seq = $3', tenantId, assessmentId, seq)
      return found.ok ? accepted(found.value[0] ?? null) : found
    },
    head: ({ tenantId, assessmentId }) =>
      asked(async () => {
        const { rows } = await client.query<SqlRow>(HEAD, [tenantId, assessmentId])
        return rows[0] === undefined ? null : headIn(rows[0])
      }),
    orphans: (table) => all(ORPHANS(table)),
    each: async function* (table) {
      const cursor = `checked_${(cursors += 1)}`
      const declared = await all(`DECLARE ${cursor} CURSOR FOR SELECT * FROM ${table}`)
      if (!declared.ok) {
        yield declared
        return
      }
      // Whoever has found what they look for takes no more rows: the cursor ends with them. One that failed is no more.
      let isThere = true
      try {
        for (;;) {
          const page = await all(`FETCH ${AT_ONCE} FROM ${cursor}`)
          isThere = page.ok
          if (!page.ok) {
            yield page
            return
          }
          for (const row of page.value) yield accepted(row)
          if (page.value.length < AT_ONCE) return
        }
      } finally {
        if (isThere) await client.query(`CLOSE ${cursor}`)
      }
    },
  }
}

const EVENTS = 'SELECT seq, body, body_digest, previous, digest FROM events WHERE tenant_id = $1 AND assessment_id = $2'
const HEAD = 'SELECT seq, digest FROM heads WHERE tenant_id = $1 AND assessment_id = $2'

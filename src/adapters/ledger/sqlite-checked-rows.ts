import type { Database } from '../sqlite/open-database.ts'
import type { SqlRow } from '../sql/row.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { prepare } from '../sqlite/statement.ts'
import { ORPHANS, type CheckedRows } from './checked-rows.ts'
import { ledgerRows } from './ledger-rows.ts'

export function sqliteCheckedRows(database: Database): CheckedRows {
  const rows = ledgerRows(database)
  const read: CheckedRows['read'] = (work) => guarded(database.path, work)
  const all = (sql: string) => read(() => prepare(database, sql, (row) => row).all())
  return {
    read,
    headers: async () => all('SELECT * FROM headers'),
    events: async ({ tenantId, assessmentId }, afterSeq, limit) =>
      read(() => rows.events.all(tenantId, assessmentId, afterSeq, Number.MAX_SAFE_INTEGER, limit)),
    event: async ({ tenantId, assessmentId }, seq) => read(() => rows.event.get(tenantId, assessmentId, seq)),
    head: async ({ tenantId, assessmentId }) => read(() => rows.head.get(tenantId, assessmentId)),
    orphans: async (table) => all(ORPHANS(table)),
    each: async function* (table) {
      const walked: IterableIterator<SqlRow> = prepare(database, `SELECT * FROM ${table}`, (row) => row).each()
      try {
        for (;;) {
          const next = read(() => walked.next())
          if (!next.ok) yield next
          if (!next.ok || next.value.done === true) return
          yield { ok: true, value: next.value.value }
        }
      } finally {
        walked.return?.()
      }
    },
  }
}

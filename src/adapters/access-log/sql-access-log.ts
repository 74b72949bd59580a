import {
  KEPT_DAYS,
  TOO_YOUNG,
  type AccessEntry,
  type AccessLog,
  type PlacedAccess,
} from '../../app/ports/access-log.ts'
import type { Clock } from '../../app/ports/clock.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { plusSeconds } from '../../core/kernel/elapsed.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import { refused } from '../../core/kernel/outcome.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { checkRowIfSummed, rowChecksum } from '../sql/row-checksum.ts'
import { integerOf, oneOf, textOf, textOrNull, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'
import { openSqliteStore } from '../sqlite/sqlite-sql.ts'
import { ACCESS_MIGRATIONS } from './access-migrations.ts'

const INSERT = command(
  `INSERT INTO access (tenant_id, place, at, person_id, action, result, reason, subject, request_id, address, checksum)
   SELECT CAST(? AS TEXT), coalesce(max(place), 0) + 1, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
     CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT)
   FROM access WHERE tenant_id = ?`,
)
const PAGE = query(
  `SELECT * FROM access
   WHERE tenant_id = ? AND place < ? AND (CAST(? AS TEXT) IS NULL OR person_id = ?)
     AND (CAST(? AS TEXT) IS NULL OR action = ?) AND (CAST(? AS TEXT) IS NULL OR result = ?)
     AND (CAST(? AS TEXT) IS NULL OR at >= ?) AND (CAST(? AS TEXT) IS NULL OR at <= ?)
   ORDER BY place DESC LIMIT ?`,
  placedOf,
)
/** From tenant to tenant by the key: it takes as long as there are tenants, however many entries they have. */
const DUE = query(
  `WITH RECURSIVE own (tenant_id) AS (
     SELECT min(tenant_id) FROM access
     UNION ALL SELECT (SELECT min(tenant_id) FROM access WHERE tenant_id > own.tenant_id) FROM own WHERE tenant_id IS NOT NULL
   )
   SELECT tenant_id FROM own
   WHERE EXISTS (SELECT 1 FROM access WHERE access.tenant_id = own.tenant_id AND at < ?) ORDER BY tenant_id`,
  (row) => id<TenantId>(textOf(row, 'tenant_id')),
)
const REMOVE = command('DELETE FROM access WHERE tenant_id = ? AND at < ?')

/** Each time somebody else's entry came in between. */
const TRIES = 100

/** An access log in one SQLite file of its own, which can be kept, backed up and handed to an auditor by itself. */
export const openSqliteAccessLog = (path: string, clock: Clock) =>
  openSqliteStore(path, ACCESS_MIGRATIONS, (database) => sqlAccessLog(database, clock))

export function sqlAccessLog(database: SqlDatabase, clock: Clock): AccessLog {
  let last: Promise<unknown> = Promise.resolve()
  return {
    // One after another, because each takes the place behind the last one: at once they would only be in each other's way.
    append: async (entry) => {
      const mine = last.then(async () => appendTo(database, entry))
      last = mine.catch(() => undefined)
      return mine
    },
    read: async (tenantId, { personId, action, result, from, to }, before, limit) =>
      database.ask((sql) => {
        const place = before ?? Number.MAX_SAFE_INTEGER
        const filters = [personId, personId, action, action, result, result, from, from, to, to]
        return sql.all(PAGE, tenantId, place, ...filters, limit)
      }),
    dueTenants: async (before) => database.ask((sql) => sql.all(DUE, before)),
    prune: async (tenantId, before) => {
      if (before > plusSeconds(clock.now(), -KEPT_DAYS * 86_400)) return refused('access-log-too-young', TOO_YOUNG)
      return database.ask((sql) => sql.run(REMOVE, tenantId, before))
    },
  }
}

/** One statement by itself: a transaction would be in the way of every other that appends, on every node. */
function appendTo(database: SqlDatabase, entry: AccessEntry): Promise<Stored<null>> {
  const { tenantId, at, personId, action, result, reason, subject, requestId, address } = entry
  const row = [tenantId, at, personId, action, result, reason, subject, requestId, address] as const
  return database.ask(async (sql) => {
    for (let tried = 1; ; tried += 1) {
      try {
        await sql.run(INSERT, ...row, rowChecksum(...row), tenantId)
        return null
      } catch (error) {
        // Another node took the place in the meantime, and the one behind it is free.
        if (tried === TRIES || !database.isConstraintError(error)) throw error
      }
    }
  })
}

/** What the checksum covers: all but the place, which the table gives. */
export const ACCESS_COLUMNS = [
  'tenant_id',
  'at',
  'person_id',
  'action',
  'result',
  'reason',
  'subject',
  'request_id',
  'address',
]

function placedOf(row: SqlRow): PlacedAccess {
  checkRowIfSummed(row, ACCESS_COLUMNS, `访问日志第 ${integerOf(row, 'place')} 条`)
  const personId = textOrNull(row, 'person_id')
  return {
    tenantId: id(textOf(row, 'tenant_id')),
    place: integerOf(row, 'place'),
    at: timestamp(textOf(row, 'at')),
    personId: personId === null ? null : id(personId),
    action: textOf(row, 'action'),
    result: oneOf(row, 'result', ['done', 'refused', 'failed']),
    reason: textOrNull(row, 'reason'),
    subject: textOrNull(row, 'subject'),
    requestId: textOrNull(row, 'request_id'),
    address: textOrNull(row, 'address'),
  }
}

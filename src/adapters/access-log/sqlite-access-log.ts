import { KEPT_DAYS, TOO_YOUNG, type AccessLog, type PlacedAccess } from '../../app/ports/access-log.ts'
import type { Clock } from '../../app/ports/clock.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { plusSeconds } from '../../core/kernel/elapsed.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { accepted, refused } from '../../core/kernel/outcome.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { checkRowIfSummed, rowChecksum } from '../sql/row-checksum.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { integerOf, oneOf, textOf, textOrNull, type SqlRow } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { ACCESS_MIGRATIONS } from './access-migrations.ts'

/** An access log in one SQLite file of its own, which can be kept, backed up and handed to an auditor by itself. */
export function openSqliteAccessLog(path: string, clock: Clock): Stored<AccessLog & { readonly close: () => void }> {
  const opened = openDatabase(path, ACCESS_MIGRATIONS)
  if (!opened.ok) return opened
  const database = opened.value
  const insert = prepare(
    database,
    `INSERT INTO access (tenant_id, place, at, person_id, action, result, reason, subject, request_id, address, checksum)
     SELECT ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM access WHERE tenant_id = ?`,
  )
  const select = prepare(
    database,
    `SELECT * FROM access
     WHERE tenant_id = ? AND place < ? AND (? IS NULL OR person_id = ?) AND (? IS NULL OR action = ?)
       AND (? IS NULL OR result = ?) AND (? IS NULL OR at >= ?) AND (? IS NULL OR at <= ?)
     ORDER BY place DESC LIMIT ?`,
    placedOf,
  )
  const remove = prepare(database, 'DELETE FROM access WHERE tenant_id = ? AND at < ?')
  return accepted({
    append: async (entry) =>
      guarded(path, () => {
        const { tenantId, at, personId, action, result, reason, subject, requestId, address } = entry
        const row = [tenantId, at, personId, action, result, reason, subject, requestId, address] as const
        insert.run(...row, rowChecksum(...row), tenantId)
        return null
      }),
    read: async (tenantId, { personId, action, result, from, to }, before, limit) =>
      guarded(path, () => {
        const place = before ?? Number.MAX_SAFE_INTEGER
        const filters = [personId, personId, action, action, result, result, from, from, to, to]
        return select.all(tenantId, place, ...filters, limit)
      }),
    prune: async (tenantId, before) => {
      if (before > plusSeconds(clock.now(), -KEPT_DAYS * 86_400)) return refused('access-log-too-young', TOO_YOUNG)
      return guarded(path, () => remove.run(tenantId, before))
    },
    close: database.close,
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

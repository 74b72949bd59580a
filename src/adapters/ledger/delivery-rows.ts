import type { Delivery, DeliveryCounts, MessageId } from '../../app/ports/outbox.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Database } from '../sqlite/open-database.ts'
import { checkRow, rowChecksum } from '../sql/row-checksum.ts'
import { integerOf, textOf, textOrNull, type SqlRow, type SqlValue } from '../sql/row.ts'
import { query } from '../sql/sql-database.ts'
import { prepare } from '../sqlite/statement.ts'
import { timestampIn } from './message-rows.ts'

export type DeliveryRow = Delivery & { readonly takenAt: Timestamp | null }

/** The rows of deliveries. To be called within `guarded`, what writes within `transaction`. */
export function deliveryRows(database: Database) {
  const add = prepare(
    database,
    `INSERT INTO deliveries (${COLUMNS.join(', ')}, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (tenant_id, message_id, channel, receiver) DO NOTHING`,
  )
  const change = prepare(
    database,
    `UPDATE deliveries SET attempts = ?, state = ?, due_at = ?, taken_at = ?, last_error = ?, checksum = ?
     WHERE tenant_id = ? AND message_id = ? AND channel = ? AND receiver = ?`,
  )
  return {
    find: prepare(
      database,
      'SELECT * FROM deliveries WHERE tenant_id = ? AND message_id = ? AND channel = ? AND receiver = ?',
      deliveryIn,
    ),
    /** Values: the tenant, now; the tenant, the moment before which a taken one is stale; how many. */
    due: prepare(
      database,
      `SELECT * FROM deliveries WHERE tenant_id = ? AND state = 'waiting' AND due_at <= ?
       UNION ALL
       SELECT * FROM deliveries WHERE tenant_id = ? AND state = 'sending' AND taken_at < ?
       ORDER BY due_at, message_id, channel, receiver LIMIT ?`,
      deliveryIn,
    ),
    dueTenants: prepare(database, DUE_TENANTS.text, DUE_TENANTS.read),
    counts: prepare(database, COUNTS.text, COUNTS.read),
    totals: prepare(database, TOTALS.text, TOTALS.read),
    add: (tenantId: TenantId, delivery: DeliveryRow): void => {
      add.run(...deliveryColumns(tenantId, delivery))
    },
    change: (tenantId: TenantId, delivery: DeliveryRow): void => {
      const { messageId, channel, receiver, attempts, state, dueAt, takenAt, lastError } = delivery
      const sum = rowChecksum(...columnsOf(tenantId, delivery))
      change.run(attempts, state, dueAt, takenAt, lastError, sum, tenantId, messageId, channel, receiver)
    },
  }
}

const countIn = (row: SqlRow) => [textOf(row, 'state'), integerOf(row, 'number')] as const
export const COUNTS = query(
  'SELECT state, count(*) AS number FROM deliveries WHERE tenant_id = ? GROUP BY state',
  countIn,
)
export const TOTALS = query('SELECT state, count(*) AS number FROM deliveries GROUP BY state', countIn)

/** Of what `COUNTS` and `TOTALS` found; there are none of the others. */
export function countsOf(found: readonly ReturnType<typeof countIn>[]): DeliveryCounts {
  return { waiting: 0, sending: 0, sent: 0, 'given-up': 0, ...Object.fromEntries(found) }
}

/**
 * Of all tenants, which have ledgers where they have messages; each is looked for in the indexes of what is left to do. Values:
 * now, the moment before which a taken delivery is stale.
 */
export const DUE_TENANTS = query(
  `SELECT tenant_id FROM (SELECT DISTINCT tenant_id FROM headers) AS own
   WHERE EXISTS (SELECT 1 FROM messages WHERE messages.tenant_id = own.tenant_id AND is_planned = 0)
     OR EXISTS (SELECT 1 FROM deliveries
       WHERE deliveries.tenant_id = own.tenant_id AND state = 'waiting' AND due_at <= ?)
     OR EXISTS (SELECT 1 FROM deliveries
       WHERE deliveries.tenant_id = own.tenant_id AND state = 'sending' AND taken_at < ?)
   ORDER BY tenant_id`,
  (row) => id<TenantId>(textOf(row, 'tenant_id')),
)

/** In the order in which the table names them, with the checksum. */
export function deliveryColumns(tenantId: TenantId, delivery: DeliveryRow): readonly SqlValue[] {
  const row = columnsOf(tenantId, delivery)
  return [...row, rowChecksum(...row)]
}

const COLUMNS = [
  'tenant_id',
  'message_id',
  'channel',
  'receiver',
  'attempts',
  'state',
  'due_at',
  'taken_at',
  'last_error',
]

function columnsOf(tenantId: TenantId, delivery: DeliveryRow): readonly SqlValue[] {
  const { messageId, channel, receiver, attempts, state, dueAt, takenAt, lastError } = delivery
  return [tenantId, messageId, channel, receiver, attempts, state, dueAt, takenAt, lastError]
}

export function deliveryIn(row: SqlRow): DeliveryRow {
  const messageId = textOf(row, 'message_id')
  checkRow(row, COLUMNS, `消息“${messageId}”的投递`)
  return {
    messageId: messageId as MessageId,
    channel: textOf(row, 'channel') as Delivery['channel'],
    receiver: textOf(row, 'receiver'),
    attempts: integerOf(row, 'attempts'),
    state: textOf(row, 'state') as Delivery['state'],
    dueAt: timestampIn(row, 'due_at'),
    takenAt: textOrNull(row, 'taken_at') === null ? null : timestampIn(row, 'taken_at'),
    lastError: textOrNull(row, 'last_error'),
  }
}

import type { Pool, PoolClient } from 'pg'
import type { Outbox, TakenDelivery } from '../../app/ports/outbox.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { guardedPostgres, isUniqueViolation } from '../postgres/postgres-fault.ts'
import { withTransaction } from '../postgres/postgres-sql.ts'
import { transposed, unnested } from '../postgres/unnested.ts'
import { corruption, orCorruption, readable } from '../sql/corruption.ts'
import type { SqlRow } from '../sql/row.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import {
  COUNTS,
  countsOf,
  deliveryColumns,
  deliveryIn,
  DUE_TENANTS,
  TOTALS,
  type DeliveryRow,
} from './delivery-rows.ts'
import {
  audienceKeys,
  messageIn,
  MESSAGES_TO,
  newest,
  plannedChecksum,
  UNPLANNED,
  withoutPlace,
} from './message-rows.ts'
import { messagesAdded, placed, placesGoOn } from './postgres-messages.ts'
import { isSettledBy } from './settled-by.ts'

/**
 * Messages and deliveries beside the ledgers that lay them down, for any number of nodes of which none leads: what one takes is
 * locked until it is marked, and the others pass it over.
 */
export function postgresOutbox(pool: Pool, database: SqlDatabase): Outbox {
  const writing = <Value>(work: (client: PoolClient) => Promise<Value>) =>
    guardedPostgres(database.place, () => withTransaction(pool, 'READ COMMITTED', work))
  return {
    dueTenants: (now, staleSince) => database.ask((sql) => sql.all(DUE_TENANTS, now, staleSince)),
    lay: (tenantId, laid) =>
      guardedPostgres(database.place, async () => {
        const add = async () => pool.query(LAY, [...(await placed(pool, tenantId, laid))])
        if (laid.length === 0) return null
        await add().catch(async (error: unknown) => {
          if (!isUniqueViolation(error, 'messages')) throw error
          await placesGoOn(pool)
          await add()
        })
        return null
      }),
    messages: (tenantId, audiences, before, limit) =>
      database.ask(async (sql) => {
        const found = []
        for (const [kind, ref] of audienceKeys(audiences))
          found.push(...(await sql.all(MESSAGES_TO, tenantId, kind, ref, before ?? Number.MAX_SAFE_INTEGER, limit)))
        return newest(found, limit)
      }),
    unplanned: (tenantId, limit) =>
      database.ask(async (sql) => readable(await sql.all(UNPLANNED, tenantId, limit)).map(withoutPlace)),
    plan: (tenantId, messageId, planned) =>
      writing(async (client) => {
        const { rows } = await client.query<SqlRow>(MESSAGE, [tenantId, messageId])
        const message = rows[0] && messageIn(rows[0])
        if (!message || message.isPlanned) return null
        await client.query(MARK_PLANNED, [plannedChecksum(tenantId, message), tenantId, message.place])
        const fresh = { messageId, attempts: 0, state: 'waiting', takenAt: null, lastError: null } as const
        const added = planned.map((delivery) => ({ ...delivery, ...fresh }))
        if (added.length > 0) await client.query(ADD, valuesOf(tenantId, added))
        return null
      }),
    take: (tenantId, now, staleSince, limit) => writing((client) => takeIn(client, tenantId, now, staleSince, limit)),
    settle: (tenantId, { messageId, channel, receiver }, result) =>
      writing(async (client) => {
        const { rows } = await client.query<SqlRow>(DELIVERY, [tenantId, messageId, channel, receiver])
        const kept = rows[0] && deliveryIn(rows[0])
        if (!kept || !isSettledBy(kept.state, result.state)) return null
        const dueAt = result.state === 'waiting' ? result.dueAt : kept.dueAt
        const lastError = result.state === 'sent' ? null : result.error
        const settled = { ...kept, state: result.state, dueAt, lastError, takenAt: null }
        await client.query(CHANGE, valuesOf(tenantId, [settled]))
        return null
      }),
    counts: (tenantId) => database.ask(async (sql) => countsOf(await sql.all(COUNTS, tenantId))),
    totals: () => database.ask(async (sql) => countsOf(await sql.all(TOTALS))),
  }
}

async function takeIn(
  client: PoolClient,
  tenantId: TenantId,
  now: Timestamp,
  staleSince: Timestamp,
  limit: number,
): Promise<readonly TakenDelivery[]> {
  const due = await client.query<SqlRow>(DUE, [tenantId, now, staleSince, limit])
  if (due.rows.length === 0) return []
  const found = due.rows.map((row) => orCorruption(() => deliveryIn(row)))
  const ids = found.flatMap((one) => (one instanceof Error ? [] : [one.messageId]))
  const messages = await client.query<SqlRow>(MESSAGES, [tenantId, ids])
  const rowOf = new Map(messages.rows.map((row) => [row['message_id'], row]))
  const taken = readable(
    found.map((one) =>
      orCorruption(() => {
        if (one instanceof Error) throw one
        const row = rowOf.get(one.messageId)
        if (row === undefined) throw corruption(`投递所属的消息“${one.messageId}”缺失`)
        const delivery: DeliveryRow = { ...one, state: 'sending', attempts: one.attempts + 1, takenAt: now }
        return { delivery, message: withoutPlace(messageIn(row)) }
      }),
    ),
  )
  await client.query(
    CHANGE,
    valuesOf(
      tenantId,
      taken.map(({ delivery }) => delivery),
    ),
  )
  return taken.map(({ delivery: { takenAt: _takenAt, ...delivery }, message }) => ({ ...delivery, message }))
}

function valuesOf(tenantId: TenantId, deliveries: readonly DeliveryRow[]): unknown[] {
  const rows = deliveries.map((delivery) => deliveryColumns(tenantId, delivery))
  return [...transposed(rows, Object.keys(COLUMNS).length)]
}

const LAY = messagesAdded(1)

const MESSAGE = 'SELECT * FROM messages WHERE tenant_id = $1 AND message_id = $2 FOR UPDATE'
const MESSAGES = 'SELECT * FROM messages WHERE tenant_id = $1 AND message_id = ANY ($2::text[])'
const MARK_PLANNED = 'UPDATE messages SET is_planned = 1, checksum = $1 WHERE tenant_id = $2 AND place = $3'

const DELIVERY = `SELECT * FROM deliveries
  WHERE tenant_id = $1 AND message_id = $2 AND channel = $3 AND receiver = $4 FOR UPDATE`

const DUE = `SELECT * FROM deliveries
  WHERE tenant_id = $1 AND ((state = 'waiting' AND due_at <= $2) OR (state = 'sending' AND taken_at < $3))
  ORDER BY due_at, message_id, channel, receiver LIMIT $4 FOR UPDATE SKIP LOCKED`

const COLUMNS = {
  tenant_id: 'text',
  message_id: 'text',
  channel: 'text',
  receiver: 'text',
  attempts: 'bigint',
  state: 'text',
  due_at: 'text',
  taken_at: 'text',
  last_error: 'text',
  checksum: 'bigint',
} as const

const ADD = `INSERT INTO deliveries (${Object.keys(COLUMNS).join(', ')}) SELECT ${unnested(COLUMNS, 1)}
  ON CONFLICT (tenant_id, message_id, channel, receiver) DO NOTHING`

const CHANGE = `UPDATE deliveries SET attempts = changed.attempts, state = changed.state, due_at = changed.due_at,
    taken_at = changed.taken_at, last_error = changed.last_error, checksum = changed.checksum
  FROM (SELECT ${unnested(COLUMNS, 1)}) AS changed
  WHERE deliveries.tenant_id = changed.tenant_id AND deliveries.message_id = changed.message_id
    AND deliveries.channel = changed.channel AND deliveries.receiver = changed.receiver`

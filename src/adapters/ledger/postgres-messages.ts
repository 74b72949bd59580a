import type { Pool, PoolClient } from 'pg'
import type { OutboxMessage } from '../../app/ports/outbox.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { SqlValue } from '../sql/row.ts'
import { transposed, unnested } from '../postgres/unnested.ts'
import { messageColumns } from './message-rows.ts'

type Asked = Pick<Pool | PoolClient, 'query'>

/**
 * The values of `messagesAdded`, with a place for each. A place is higher than all that were given before it, whoever asked:
 * who knows where a ledger stands and asks then has higher ones than all messages of that ledger so far. They are of messages
 * that may never be laid down, so places have gaps.
 */
export async function placed(
  asked: Asked,
  tenantId: TenantId,
  messages: readonly OutboxMessage[],
): Promise<readonly (readonly SqlValue[])[]> {
  const { rows } = await asked.query<{ place: number }>({
    name: 'message_places',
    text: PLACES,
    values: [messages.length],
  })
  const rowsOf = messages.map((message, at) => ({ ...message, place: rows[at]?.place ?? 0, isPlanned: false }))
  // Two that lay down the same ones wait for each other in the same order.
  rowsOf.sort((one, other) => (one.messageId < other.messageId ? -1 : one.messageId > other.messageId ? 1 : 0))
  return transposed(
    rowsOf.map((message) => messageColumns(tenantId, message)),
    NAMES.length,
  )
}

/** Adds the messages whose columns begin at `$from`, one `source` names a row for; those that are there already are passed over. */
export function messagesAdded(from: number, source = ''): string {
  return `INSERT INTO messages (${NAMES.join(', ')}) SELECT ${unnested(COLUMNS, from)} ${source}
    ON CONFLICT (tenant_id, message_id) DO NOTHING`
}

/**
 * Places go on behind all that are there: another office may have been moved here, or a node of a version before counted on by
 * itself, which shows by a place that is taken. Only districts with ledgers have messages.
 */
export async function placesGoOn(asked: Asked): Promise<void> {
  await asked.query(GO_ON)
}

const PLACES = "SELECT nextval('message_places') AS place FROM generate_series(1, $1::bigint)"

const GO_ON = `SELECT setval('message_places', there.place) FROM message_places, (
    SELECT max((SELECT max(place) FROM messages WHERE messages.tenant_id = own.tenant_id)) AS place
    FROM (SELECT DISTINCT tenant_id FROM headers) AS own
  ) AS there
  WHERE there.place > message_places.last_value OR (there.place = message_places.last_value AND NOT message_places.is_called)`

const COLUMNS = {
  tenant_id: 'text',
  place: 'bigint',
  message_id: 'text',
  assessment_id: 'text',
  audience_kind: 'text',
  audience_ref: 'text',
  subject: 'text',
  text: 'text',
  link: 'text',
  laid_down_at: 'text',
  is_planned: 'bigint',
  checksum: 'bigint',
} as const

const NAMES = Object.keys(COLUMNS)

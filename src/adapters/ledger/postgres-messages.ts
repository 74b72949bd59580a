import type { PoolClient } from 'pg'
import type { OutboxMessage } from '../../app/ports/outbox.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { transposed, unnested } from '../postgres/unnested.ts'
import { messageColumns } from './message-rows.ts'

/**
 * Messages of one tenant are laid down by one transaction after another, so that their places follow one another as their
 * commits do: whoever has read up to a place has missed none before it. Held until the transaction ends, and asked for last in
 * it. `$1` is the tenant.
 */
export const TURN_TO_LAY = "pg_advisory_xact_lock(20210001, hashtext(current_schema() || ' ' || $1::text))"

/** Within a transaction that has its turn. Those that are there already are passed over. */
export async function layMessages(
  client: PoolClient,
  tenantId: TenantId,
  messages: readonly OutboxMessage[],
): Promise<void> {
  const ids = messages.map(({ messageId }) => messageId)
  const { rows } = await client.query<{ last: number; laid: readonly string[] }>(LAID, [tenantId, ids])
  const known = new Set(rows[0]?.laid)
  let place = rows[0]?.last ?? 0
  const fresh = messages.flatMap((message) => {
    if (known.has(message.messageId)) return []
    known.add(message.messageId)
    place += 1
    return [messageColumns(tenantId, { ...message, place, isPlanned: false })]
  })
  if (fresh.length > 0) await client.query(ADD, [...transposed(fresh, NAMES.length)])
}

const LAID = `SELECT
  (SELECT coalesce(max(place), 0) FROM messages WHERE tenant_id = $1) AS last,
  ARRAY(SELECT message_id FROM messages WHERE tenant_id = $1 AND message_id = ANY ($2::text[])) AS laid`

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
const [, ...OTHERS] = NAMES

const ADD = `INSERT INTO messages (tenant_id, ${OTHERS.join(', ')}) SELECT ${unnested(COLUMNS, 1)}`

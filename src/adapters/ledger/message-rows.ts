import type { Audience, MessageId, OutboxMessage, PlacedMessage } from '../../app/ports/outbox.ts'
import { id, type AssessmentId, type TenantId } from '../../core/kernel/identifiers.ts'
import { parseTimestamp, type Timestamp } from '../../core/kernel/timestamp.ts'
import type { Database } from '../sqlite/open-database.ts'
import { checkRow, rowChecksum } from '../sql/row-checksum.ts'
import { corruption, orCorruption } from '../sql/corruption.ts'
import { integerOf, textOf, type SqlRow, type SqlValue } from '../sql/row.ts'
import { query } from '../sql/sql-database.ts'
import { prepare } from '../sqlite/statement.ts'
import { audienceColumns, audienceOf } from './audience-columns.ts'

/** The rows of messages. To be called within `guarded`, what writes within `transaction`. */
export function messageRows(database: Database) {
  const lastPlace = prepare(
    database,
    'SELECT coalesce(max(place), 0) AS place FROM messages WHERE tenant_id = ?',
    (row) => integerOf(row, 'place'),
  )
  const add = prepare(
    database,
    `INSERT INTO messages (${COLUMNS.join(', ')}, checksum)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, message_id) DO NOTHING`,
  )
  const markPlanned = prepare(
    database,
    'UPDATE messages SET is_planned = 1, checksum = ? WHERE tenant_id = ? AND place = ?',
  )
  return {
    to: prepare(database, MESSAGES_TO.text, MESSAGES_TO.read),
    unplanned: prepare(database, UNPLANNED.text, UNPLANNED.read),
    find: prepare(database, 'SELECT * FROM messages WHERE tenant_id = ? AND message_id = ?', messageIn),
    /** Those that are there already are passed over. */
    lay: (tenantId: TenantId, messages: readonly OutboxMessage[]): void => {
      if (messages.length === 0) return
      let place = (lastPlace.get(tenantId) ?? 0) + 1
      for (const message of messages) {
        place += add.run(...messageColumns(tenantId, { ...message, place, isPlanned: false }))
      }
    },
    markPlanned: (tenantId: TenantId, message: PlacedMessage): void => {
      markPlanned.run(plannedChecksum(tenantId, message), tenantId, message.place)
    },
  }
}

export type MessageRows = ReturnType<typeof messageRows>

/** Values: the tenant, an audience as two columns, the place before which, how many. */
export const MESSAGES_TO = query(
  `SELECT * FROM messages WHERE tenant_id = ? AND audience_kind = ? AND audience_ref = ? AND place < ?
   ORDER BY place DESC LIMIT ?`,
  messageIn,
)

/** A damaged one holds up no other. */
export const UNPLANNED = query(
  'SELECT * FROM messages WHERE tenant_id = ? AND is_planned = 0 ORDER BY place LIMIT ?',
  (row) => orCorruption(() => messageIn(row)),
)

export type MessageRow = PlacedMessage & { readonly isPlanned: boolean }

export function timestampIn(row: SqlRow, column: string): Timestamp {
  const time = parseTimestamp(textOf(row, column))
  if (time === null) throw corruption(`${column} 不是时间`)
  return time
}

const COLUMNS = [
  'tenant_id',
  'place',
  'message_id',
  'assessment_id',
  'audience_kind',
  'audience_ref',
  'subject',
  'text',
  'link',
  'laid_down_at',
  'is_planned',
]

/** In the order in which the table names them, with the checksum. */
export function messageColumns(tenantId: TenantId, message: MessageRow): readonly SqlValue[] {
  const row = columnsOf(tenantId, message)
  return [...row, rowChecksum(...row)]
}

/** Of the message once its deliveries are planned. */
export function plannedChecksum(tenantId: TenantId, message: PlacedMessage): number {
  return rowChecksum(...columnsOf(tenantId, { ...message, isPlanned: true }))
}

function columnsOf(tenantId: TenantId, message: MessageRow): readonly SqlValue[] {
  const { place, messageId, assessmentId, to, subject, text, link, laidDownAt, isPlanned } = message
  const [kind, ref] = audienceColumns(to)
  return [tenantId, place, messageId, assessmentId, kind, ref, subject, text, link, laidDownAt, isPlanned ? 1 : 0]
}

export function messageIn(row: SqlRow): MessageRow {
  const messageId = textOf(row, 'message_id')
  checkRow(row, COLUMNS, `消息“${messageId}”`)
  const to = audienceOf(textOf(row, 'audience_kind'), textOf(row, 'audience_ref'))
  if (to === null) throw corruption(`消息“${messageId}”的收件人不明`)
  return {
    place: integerOf(row, 'place'),
    messageId: messageId as MessageId,
    assessmentId: id<AssessmentId>(textOf(row, 'assessment_id')),
    to,
    subject: textOf(row, 'subject'),
    text: textOf(row, 'text'),
    link: textOf(row, 'link'),
    laidDownAt: timestampIn(row, 'laid_down_at'),
    isPlanned: integerOf(row, 'is_planned') === 1,
  }
}

/** Each audience once, as its two columns. */
export function audienceKeys(audiences: readonly Audience[]): readonly ReturnType<typeof audienceColumns>[] {
  return [...new Map(audiences.map((to) => [JSON.stringify(audienceColumns(to)), audienceColumns(to)])).values()]
}

/** Of what was found for several audiences. */
export function newest(found: readonly MessageRow[], limit: number): readonly PlacedMessage[] {
  return found
    .toSorted((one, other) => other.place - one.place)
    .slice(0, limit)
    .map(({ isPlanned: _isPlanned, ...message }) => message)
}

export function withoutPlace({ isPlanned: _isPlanned, place: _place, ...message }: MessageRow): OutboxMessage {
  return message
}

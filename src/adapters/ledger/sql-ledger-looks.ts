import type { LedgerLook, LedgerLooks, LedgerStanding } from '../../app/ports/ledger-looks.ts'
import { id, type AssessmentId, type TenantId } from '../../core/kernel/identifiers.ts'
import { parsePlainDate, type PlainDate } from '../../core/kernel/plain-date.ts'
import { corruption, orCorruption } from '../sql/corruption.ts'
import { checkRow, rowChecksum } from '../sql/row-checksum.ts'
import { integerOf, integerOrNull, textOf, textOrNull, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'
import { timestampIn } from './message-rows.ts'

const STANDINGS = `SELECT heads.tenant_id, heads.assessment_id, heads.seq AS stands, ledger_looks.seq, looked_on, calendars,
    next_day, last_event_at, checksum
  FROM heads LEFT JOIN ledger_looks
    ON ledger_looks.tenant_id = heads.tenant_id AND ledger_looks.assessment_id = heads.assessment_id`
const ALL = query(`${STANDINGS} ORDER BY heads.tenant_id, heads.assessment_id`, standingIn)
const ONE = query(`${STANDINGS} WHERE heads.tenant_id = ? AND heads.assessment_id = ?`, standingIn)
const NOTE = command(
  `INSERT INTO ledger_looks (tenant_id, assessment_id, seq, looked_on, calendars, next_day, last_event_at, checksum)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (tenant_id, assessment_id) DO UPDATE SET seq = excluded.seq, looked_on = excluded.looked_on,
     calendars = excluded.calendars, next_day = excluded.next_day, last_event_at = excluded.last_event_at,
     checksum = excluded.checksum`,
)

export const LOOK_STATEMENTS = [ALL, ONE, NOTE]

export function sqlLedgerLooks({ ask }: Pick<SqlDatabase, 'ask'>): LedgerLooks {
  return {
    standings: () => ask((sql) => sql.all(ALL)),
    standing: (tenantId, assessmentId) => ask((sql) => sql.get(ONE, tenantId, assessmentId)),
    note: (tenantId, assessmentId, { seq, day, calendars, nextDay, lastEventAt }) =>
      ask(async (sql) => {
        const row = [tenantId, assessmentId, seq, day, calendars, nextDay, lastEventAt] as const
        await sql.run(NOTE, ...row, rowChecksum(...row))
        return null
      }),
  }
}

function standingIn(row: SqlRow): LedgerStanding {
  // A damaged look is none: the ledger is read again.
  const look = integerOrNull(row, 'seq') === null ? null : orCorruption(() => lookIn(row))
  return {
    tenantId: id<TenantId>(textOf(row, 'tenant_id')),
    assessmentId: id<AssessmentId>(textOf(row, 'assessment_id')),
    seq: integerOf(row, 'stands'),
    look: look instanceof Error ? null : look,
  }
}

function lookIn(row: SqlRow): LedgerLook {
  checkRow(row, COLUMNS, `考核“${textOf(row, 'assessment_id')}”的提醒记录`)
  return {
    seq: integerOf(row, 'seq'),
    day: dateIn(row, 'looked_on'),
    calendars: textOf(row, 'calendars'),
    nextDay: textOrNull(row, 'next_day') === null ? null : dateIn(row, 'next_day'),
    lastEventAt: textOrNull(row, 'last_event_at') === null ? null : timestampIn(row, 'last_event_at'),
  }
}

const COLUMNS = ['tenant_id', 'assessment_id', 'seq', 'looked_on', 'calendars', 'next_day', 'last_event_at']

function dateIn(row: SqlRow, column: string): PlainDate {
  const day = parsePlainDate(textOf(row, column))
  if (day === null) throw corruption(`${column} 不是日期`)
  return day
}

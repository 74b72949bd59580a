import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf, type Timestamp } from '../../core/kernel/timestamp.ts'
import { isWorkingDay, type Deadline, type WorkingCalendar } from '../../core/kernel/working-days.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import type { Finding } from '../../core/ledger/assessment-state.ts'
import { isOver } from '../../core/ledger/is-over.ts'
import { inDistricts, type RoundWatch } from '../districts/in-districts.ts'
import type { LedgerStanding } from '../ports/ledger-looks.ts'
import type { MessageId, OutboxMessage } from '../ports/outbox.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { newestWith } from '../office/count-deadline.ts'
import { linkTo } from '../office/links.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { naming, REMINDERS } from './notifications.ts'
import type { Office } from '../office/office.ts'

/**
 * One round of reminders in all districts, each laid down once: from one working day before a center's last day until that
 * day is over, so that a round that did not run is caught up with. A ledger is read only where that can say something new: it
 * has moved since it was read for this, the district's calendars are others, or a day has come that was noted then. What is
 * noted is noted for all nodes. Answers how many are due in the ledgers that were read, told before or not.
 */
export async function remind(office: Office, watch?: RoundWatch): Promise<Acting<number>> {
  const today = dayOf(office.clock.now())
  const versions = await office.people.calendarVersions()
  if (!versions.ok) return versions
  const calendarsOf = (tenantId: TenantId) => textOfVersions(versions.value.get(tenantId) ?? [])
  const standings = await office.looks.standings()
  if (!standings.ok) return standings
  const mayBeDue = (standing: LedgerStanding) => isWorthReading(standing, calendarsOf(standing.tenantId), today)
  let due = 0
  const done = await inDistricts(
    standings.value.filter(mayBeDue),
    async ({ tenantId, assessmentId }): Promise<Acting<number>> => {
      // Another node may have read it since.
      const standing = await office.looks.standing(tenantId, assessmentId)
      if (!standing.ok) return standing
      if (standing.value === null || !mayBeDue(standing.value)) return accepted(0)
      const reminded = await remindOf(office, tenantId, assessmentId)
      if (reminded.ok) due += reminded.value
      return reminded
    },
    watch,
  )
  return done.ok ? accepted(due) : done
}

function isWorthReading({ seq, look }: LedgerStanding, calendars: string, today: PlainDate): boolean {
  if (look === null || look.seq !== seq || look.calendars !== calendars) return true
  // A clock that was ahead has seen days as over that are still to come.
  return look.day > today || (look.nextDay !== null && look.nextDay <= today)
}

function textOfVersions(versions: readonly string[]): string {
  return JSON.stringify(versions)
}

async function remindOf(office: Office, tenantId: TenantId, assessmentId: AssessmentId): Promise<Acting<number>> {
  const calendars = await office.people.calendars(tenantId)
  if (!calendars.ok) return calendars
  const looked = await office.live.look(tenantId, assessmentId)
  // A ledger that cannot be read is named in the list of assessments; the others are reminded of.
  if (!looked.ok) return accepted(0)
  const { head, recordedAt } = looked.value
  const now = office.clock.now()
  const { due, nextDay } = remindersIn(looked.value, calendars.value, now)
  if (due.length > 0) {
    const laid = await office.outbox.lay(tenantId, due)
    if (!laid.ok) return laid
  }
  const noted = await office.looks.note(tenantId, assessmentId, {
    seq: head.seq,
    day: dayOf(now),
    calendars: textOfVersions(calendars.value.map(({ version }) => version)),
    nextDay,
    lastEventAt: recordedAt,
  })
  return noted.ok ? accepted(due.length) : noted
}

interface Reminders {
  readonly due: readonly OutboxMessage[]
  /** The first day on which others will be; null where there are none, as the ledger stands. */
  readonly nextDay: PlainDate | null
}

function remindersIn(live: LiveAssessment, calendars: readonly WorkingCalendar[], now: Timestamp): Reminders {
  const { state, header } = live
  const today = dayOf(now)
  const due: OutboxMessage[] = []
  let nextDay: PlainDate | null = null
  if (state.seal !== null) return { due, nextDay }
  for (const finding of state.findings.values())
    for (const [subject, deadline] of awaited(live, finding)) {
      if (today > deadline.lastDay) continue
      const firstDay = workingDayBefore(calendars, deadline.lastDay)
      if (today < firstDay) {
        if (nextDay === null || firstDay < nextDay) nextDay = firstDay
        continue
      }
      const { findingId, centerId, clauseId, decision } = finding
      const center = state.centers.get(centerId) ?? centerId
      const what = naming(center, decision?.clauseId ?? clauseId, caseNumber(finding))
      due.push({
        messageId: `${header.assessmentId}/${findingId}/${subject}/${deadline.lastDay}` as MessageId,
        assessmentId: header.assessmentId,
        to: { kind: 'center', centerId },
        subject,
        text: REMINDERS[subject](what, deadline),
        link: linkTo.finding(header.assessmentId, findingId),
        laidDownAt: now,
      })
    }
  return { due, nextDay }
}

/** What a center still has days for. */
function awaited({ told }: LiveAssessment, finding: Finding): [keyof typeof REMINDERS, Deadline][] {
  const { findingId, standing, reply, replyBy, appeal, appealBy, rectification } = finding
  const open: [keyof typeof REMINDERS, Deadline][] = []
  if (standing === 'notified' && reply === 'none' && replyBy !== null) open.push(['reply-due', replyBy])
  if (standing === 'substantiated' && appeal === null && appealBy !== null) open.push(['appeal-due', appealBy])
  const dueBy = told.rectifyBy.get(findingId)
  const isOwed = rectification === 'planned' || rectification === 'returned'
  if (isOwed && dueBy && !isOver(standing)) open.push(['rectification-due', dueBy])
  return open
}

/** Days that no calendar knows count as working days from Monday to Friday: a reminder is early rather than missing. */
function workingDayBefore(calendars: readonly WorkingCalendar[], lastDay: PlainDate): PlainDate {
  let day = addDays(lastDay, -1)
  for (let tried = 0; tried < MOST_REST_DAYS; tried += 1) {
    const calendar = newestWith(calendars, day) ?? { ...PLAIN_WEEKS, from: day, to: day }
    if (isWorkingDay(calendar, day)) return day
    day = addDays(day, -1)
  }
  return day
}

const MOST_REST_DAYS = 30
const PLAIN_WEEKS = { version: '', restDays: new Set<PlainDate>(), workDays: new Set<PlainDate>() }

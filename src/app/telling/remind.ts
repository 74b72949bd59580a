import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf, type Timestamp } from '../../core/kernel/timestamp.ts'
import { isWorkingDay, type Deadline, type WorkingCalendar } from '../../core/kernel/working-days.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import type { Finding } from '../../core/ledger/assessment-state.ts'
import { isOver } from '../../core/ledger/is-over.ts'
import type { MessageId, OutboxMessage } from '../ports/outbox.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { newestWith } from '../office/count-deadline.ts'
import { linkTo } from '../office/links.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { naming, REMINDERS } from './notifications.ts'
import type { Office } from '../office/office.ts'

/** Where each ledger stood, and on which day, when its reminders were laid down: what has not moved since needs no other look. */
export type Reminded = Map<string, string>

/**
 * One round of reminders in a district, each laid down once: from one working day before a center's last day until that
 * day is over, so that a round that did not run is caught up with. Answers how many are due now, told before or not, of
 * ledgers that have moved since the rounds that `reminded` knows of.
 */
export async function remind(
  office: Office,
  tenantId: TenantId,
  reminded: Reminded = new Map(),
): Promise<Acting<number>> {
  const calendars = await office.people.calendars(tenantId)
  if (!calendars.ok) return calendars
  const headers = await office.ledgers.headers(tenantId)
  if (!headers.ok) return headers
  const due: OutboxMessage[] = []
  const marks: Reminded = new Map()
  const now = office.clock.now()
  const frame = [dayOf(now), ...calendars.value.map(({ version }) => version)].join(' ')
  for (const { assessmentId } of headers.value) {
    const head = await office.ledgers.head(tenantId, assessmentId)
    if (head.ok && reminded.get(`${tenantId} ${assessmentId}`) === `${head.value.digest} ${frame}`) continue
    const looked = await office.live.look(tenantId, assessmentId)
    // A ledger that cannot be read is named in the list of assessments; the others are reminded of.
    if (!looked.ok) continue
    due.push(...remindersIn(looked.value, calendars.value, now))
    marks.set(`${tenantId} ${assessmentId}`, `${looked.value.head.digest} ${frame}`)
  }
  if (due.length > 0) {
    const laid = await office.outbox.lay(tenantId, due)
    if (!laid.ok) return laid
  }
  for (const [key, mark] of marks) reminded.set(key, mark)
  return accepted(due.length)
}

function remindersIn(live: LiveAssessment, calendars: readonly WorkingCalendar[], now: Timestamp): OutboxMessage[] {
  const { state, header } = live
  if (state.seal !== null) return []
  const today = dayOf(now)
  const messages: OutboxMessage[] = []
  for (const finding of state.findings.values())
    for (const [subject, deadline] of awaited(live, finding)) {
      if (today > deadline.lastDay || today < workingDayBefore(calendars, deadline.lastDay)) continue
      const { findingId, centerId, clauseId, decision } = finding
      const center = state.centers.get(centerId) ?? centerId
      const what = naming(center, decision?.clauseId ?? clauseId, caseNumber(finding))
      messages.push({
        messageId: `${header.assessmentId}/${findingId}/${subject}/${deadline.lastDay}` as MessageId,
        assessmentId: header.assessmentId,
        to: { kind: 'center', centerId },
        subject,
        text: REMINDERS[subject](what, deadline),
        link: linkTo.finding(header.assessmentId, findingId),
        laidDownAt: now,
      })
    }
  return messages
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

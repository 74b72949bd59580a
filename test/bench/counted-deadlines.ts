import { deadlineAfter, type Deadline, type WorkingCalendar } from '../../src/core/kernel/working-days.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { dayAt, LAST_DAY, PERIOD } from './bench-days.ts'

export const everyDay: WorkingCalendar = {
  version: 'bench',
  from: PERIOD.from,
  to: dayAt(LAST_DAY + 59),
  restDays: new Set(),
  workDays: new Set(),
}

/** The bench ledger's deadlines are made up; these are counted. */
export function countedDeadlines(event: LedgerEvent): LedgerEvent {
  if (event.type === 'FindingNotified') return { ...event, replyBy: counted(event.replyBy) }
  if (event.type === 'RectificationPlanned') return { ...event, dueBy: counted(event.dueBy) }
  return event
}

function counted({ countedFrom, workingDays }: Deadline): Deadline {
  const deadline = deadlineAfter(everyDay, countedFrom, workingDays)
  if (!deadline.ok) throw new Error(deadline.refusal.message)
  return deadline.value
}

import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import type { OfficeDiary } from './office-diary.ts'
import { PHRASES } from './phrases.ts'
import type { PlannedFinding } from './planned-finding.ts'
import type { Random } from '../../core/kernel/random.ts'
import { EXAMPLE_TERMS } from './example-terms.ts'

/** Working days for a rectification, from its plan. */
const RECTIFY_DAYS = EXAMPLE_TERMS.rectificationWorkingDays

/** 整改, beside whatever else becomes of the finding. */
export function tellRectification(
  random: Random,
  diary: OfficeDiary,
  { allegation, rectification }: PlannedFinding,
  decidedOn: PlainDate,
): Proposal[] {
  const { findingId, centerId } = allegation
  const plannedOn = diary.after(decidedOn, 1, 3)
  const dueBy = diary.deadline(plannedOn, RECTIFY_DAYS)
  if (rectification === 'none' || dueBy === null) return []
  const measures = random.pick(PHRASES.measures)
  const center = (day: PlainDate) => ({ findingId, ...diary.stamp(`${centerId}-staff`, day) })
  const inspector = (day: PlainDate) => ({ findingId, ...diary.stamp('inspector-1', day) })
  const submit = (day: PlainDate): Proposal => ({
    type: 'RectificationSubmitted',
    ...center(day),
    statement: random.pick(PHRASES.rectified),
    evidence: [],
  })

  const told: Proposal[] = [{ type: 'RectificationPlanned', ...center(plannedOn), measures, dueBy }]
  if (rectification === 'planned') return told
  const submittedOn = diary.after(plannedOn, 4, 8)
  told.push(submit(submittedOn))
  if (rectification === 'submitted') return told
  const reviewedOn = diary.after(submittedOn, 1, 4)
  if (rectification === 'accepted') return [...told, { type: 'RectificationAccepted', ...inspector(reviewedOn) }]
  const reason = random.pick(PHRASES.returned)
  told.push({ type: 'RectificationReturned', ...inspector(reviewedOn), reason })
  if (rectification === 'returned') return told
  const againOn = diary.after(reviewedOn, 2, 5)
  return [...told, submit(againOn), { type: 'RectificationAccepted', ...inspector(diary.after(againOn, 1, 4)) }]
}

import { addDays, plainDate, type PlainDate } from '../../core/kernel/plain-date.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import type { OfficeDiary } from './office-diary.ts'
import { PHRASES } from './phrases.ts'
import type { PlannedFinding } from './planned-finding.ts'
import type { Random } from '../../core/kernel/random.ts'
import { tellFollowUp } from './tell-follow-up.ts'
import { tellRectification } from './tell-rectification.ts'
import { EXAMPLE_TERMS } from './example-terms.ts'
import type { YearSetting } from './year-setting.ts'

/** Working days to reply, from the day after the center is told. */
const REPLY_DAYS = EXAMPLE_TERMS.replyWorkingDays

/** The life of a finding as proposals, each step some working days after the one before. */
export function tellFinding(
  setting: YearSetting,
  random: Random,
  diary: OfficeDiary,
  plan: PlannedFinding,
): Proposal[] {
  const { course, allegation } = plan
  const { findingId, centerId, clauseId, occurrences, occurredOn } = allegation
  const learnedOn = plan.suspicion
    ? (setting.found?.raisedOn ?? diary.after(lastOfMonth(occurredOn), 1, 1))
    : diary.after(occurredOn, 1, 6)
  const reportedOn = learnedOn < setting.period.to ? learnedOn : setting.period.to
  const told = [tellAllegation(plan, random, diary, reportedOn)]
  if (course === 'alleged') return told

  const notifiedOn = diary.after(reportedOn, 1, 3)
  const replyBy = diary.deadline(notifiedOn, REPLY_DAYS)
  if (replyBy === null) return told
  told.push({ type: 'FindingNotified', ...diary.stamp('assessor-1', notifiedOn), findingId, replyBy })
  if (course === 'notified') return told

  const reply = { findingId, ...diary.stamp(`${centerId}-staff`, diary.after(notifiedOn, 1, REPLY_DAYS - 1)) }
  if (plan.reply === 'accepted')
    told.push({ type: 'FindingAccepted', ...reply, statement: random.pick(PHRASES.accepted) })
  if (plan.reply === 'contested')
    told.push({ type: 'FindingContested', ...reply, statement: random.pick(PHRASES.contested), evidence: [] })
  if (course === 'answered') return told

  const decidedOn = diary.after(replyBy.lastDay, 1, 5)
  const stamp = diary.stamp(random.pick(['assessor-1', 'assessor-2']), decidedOn)
  if (course === 'dismissed')
    return [...told, { type: 'FindingDismissed', ...stamp, findingId, reason: random.pick(PHRASES.dismissed) }]
  const reason = random.pick(PHRASES[plan.reply === 'contested' ? 'substantiatedAgainst' : 'substantiated'])
  return [
    ...told,
    { type: 'FindingSubstantiated', ...stamp, findingId, clauseId, occurrences, occurredOn, reason },
    ...tellFollowUp(setting, random, diary, plan, { by: stamp.by, on: decidedOn }),
    ...tellRectification(random, diary, plan, decidedOn),
  ]
}

/** Detections run when a month is over. */
function lastOfMonth(day: PlainDate): PlainDate {
  const next = addDays(plainDate(`${day.slice(0, 7)}-28`), 4)
  return addDays(next, -Number(next.slice(8)))
}

function tellAllegation(
  { allegation, source, suspicion }: PlannedFinding,
  random: Random,
  diary: OfficeDiary,
  day: Parameters<OfficeDiary['stamp']>[1],
): Proposal {
  const { centerId, clauseId, findingId, occurrences } = allegation
  if (suspicion) return { ...diary.stamp('clerk-1', day), ...suspicion }
  if (source === 'records') {
    const records = Array.from({ length: occurrences }, (_, index) => `${findingId}-record-${index + 1}`)
    return {
      type: 'SuspicionRaised',
      ...diary.stamp('clerk-1', day),
      ...allegation,
      detection: `clause-${clauseId}`,
      records,
      basis: null,
    }
  }
  const inspector = random.pick(['inspector-1', 'inspector-2', 'inspector-3'])
  const person = source === 'self-assessment' ? `${centerId}-staff` : inspector
  return { type: 'FindingReported', ...diary.stamp(person, day), ...allegation, source, evidence: [] }
}

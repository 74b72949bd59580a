import { id, type AppealId, type PersonId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import { lesserDecision } from './follow-up.ts'
import type { OfficeDiary } from './office-diary.ts'
import { PHRASES } from './phrases.ts'
import type { PlannedFinding } from './planned-finding.ts'
import type { Random } from '../../core/kernel/random.ts'
import { gravityOf } from './some-amount.ts'
import type { YearSetting } from './year-setting.ts'

const AMOUNT_REASONS = { low: PHRASES.amountLow, middle: PHRASES.amountMiddle, high: PHRASES.amountHigh } as const

/** What comes after 查实: the amount where a person sets it, which is the one who substantiated, then a correction, or an appeal and its answer. */
export function tellFollowUp(
  setting: YearSetting,
  random: Random,
  diary: OfficeDiary,
  plan: PlannedFinding,
  decided: { readonly by: PersonId; readonly on: PlainDate },
): Proposal[] {
  const { allegation, amount, clause, followUp } = plan
  const { findingId, centerId } = allegation
  if (followUp === 'undecided') return []
  const amountOn = diary.after(decided.on, 1, 3)
  const told: Proposal[] = []
  if (amount !== null) {
    const reason = random.pick(AMOUNT_REASONS[gravityOf(setting.rubric, clause, amount)])
    const stamp = diary.stamp(decided.by, amountOn)
    told.push({ type: 'AmountDecided', ...stamp, findingId, points: amount, reason, precedents: [] })
  }
  if (followUp === 'none') return told

  const priced = { clause, occurrences: allegation.occurrences, points: amount }
  const lesser = lesserDecision(setting.rubric, priced) ?? { occurrences: priced.occurrences, points: amount }
  const nextOn = diary.after(amountOn, 2, 6)
  if (followUp === 'corrected') {
    const reason = random.pick(PHRASES.corrected)
    return [...told, { type: 'DecisionCorrected', ...diary.stamp('assessor-1', nextOn), findingId, ...lesser, reason }]
  }

  const appealId = id<AppealId>(`${findingId}-A1`)
  const grounds = random.pick(PHRASES.grounds)
  const filed = diary.stamp(`${centerId}-staff`, nextOn)
  told.push({ type: 'AppealFiled', ...filed, appealId, findingId, grounds, evidence: [] })
  if (followUp === 'pending') return told
  const answer = { appealId, findingId, ...diary.stamp('reviewer-1', diary.after(nextOn, 4, 7)) }
  const reason = random.pick(PHRASES[followUp])
  if (followUp === 'upheld') return [...told, { type: 'FindingUpheld', ...answer, reason }]
  if (followUp === 'varied') return [...told, { type: 'FindingVaried', ...answer, ...lesser, reason }]
  return [...told, { type: 'FindingReversed', ...answer, reason }]
}

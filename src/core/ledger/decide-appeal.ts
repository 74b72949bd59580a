import type { AppealId } from '../kernel/identifiers.ts'
import { dayOf, type Timestamp } from '../kernel/timestamp.ts'
import { aboutFinding, checkStanding } from './about-finding.ts'
import type { Finding } from './assessment-state.ts'
import { caseNumber } from './case-number.ts'
import { checkCount, checkText } from './check-assessment.ts'
import { checkDecidedAmount } from './decide-amount.ts'
import type { Stamp } from './ledger-command.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

export const fileAppeal = aboutFinding(
  'AppealFiled',
  (finding, command, { state }) =>
    (state.appeals.has(command.appealId) ? refusal('appeal-exists', command.appealId) : null) ??
    checkStanding(finding) ??
    checkAppealDay(finding, command.recordedAt) ??
    checkText('申诉理由', command.grounds),
)

export const upholdFinding = aboutFinding(
  'FindingUpheld',
  (finding, command) => checkReview(finding, command) ?? checkText('维持的理由', command.reason),
)

export const varyFinding = aboutFinding(
  'FindingVaried',
  (finding, command, { rubric }) =>
    checkReview(finding, command) ??
    checkCount(command.occurrences, finding.occurrences) ??
    checkDecidedAmount(rubric, finding, command.points) ??
    checkText('变更的理由', command.reason),
)

export const reverseFinding = aboutFinding(
  'FindingReversed',
  (finding, command) => checkReview(finding, command) ?? checkText('撤销的理由', command.reason),
)

/** The days run from the serving of the decision that stands; until it is served, none have run. */
function checkAppealDay({ because, appealBy }: Finding, at: Timestamp): LedgerRefusal | null {
  return appealBy !== null && dayOf(at) > appealBy.lastDay
    ? refusal('appeal-too-late', caseNumber({ because }), appealBy.lastDay)
    : null
}

/** The appeal named is the one pending, and who reviews it had no part in what it is about. */
function checkReview(
  { because, appeal, deciders }: Finding,
  { appealId, by }: Stamp & { readonly appealId: AppealId },
): LedgerRefusal | null {
  if (appeal?.outcome !== 'pending' || appeal.appealId !== appealId)
    return refusal('appeal-unknown', caseNumber({ because }))
  return deciders.includes(by) ? refusal('appeal-by-decider', by, caseNumber({ because })) : null
}

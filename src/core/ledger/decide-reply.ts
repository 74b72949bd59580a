import { dayOf, type Timestamp } from '../kernel/timestamp.ts'
import { aboutFinding, checkUndecided } from './about-finding.ts'
import type { Finding } from './assessment-state.ts'
import { caseNumber } from './case-number.ts'
import { checkDeadline, checkText } from './check-assessment.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

export const notifyFinding = aboutFinding('FindingNotified', ({ standing, because }, { replyBy, recordedAt }) => {
  if (standing === 'withdrawn') return refusal('suspicion-withdrawn', caseNumber({ because }))
  return standing === 'suspected' || standing === 'reported'
    ? checkDeadline(replyBy, recordedAt)
    : refusal('finding-already-told', caseNumber({ because }))
})

export const acceptFinding = aboutFinding('FindingAccepted', (finding, command) =>
  checkReply(finding, command.recordedAt),
)

export const contestFinding = aboutFinding(
  'FindingContested',
  (finding, command) => checkReply(finding, command.recordedAt) ?? checkText('异议内容', command.statement),
)

/** One reply to each finding, on or before its last day; what comes later belongs into an appeal. */
function checkReply(finding: Finding, at: Timestamp): LedgerRefusal | null {
  const { standing, reply, replyBy } = finding
  const refused = checkUndecided(finding)
  if (refused) return refused
  if (standing !== 'notified' || replyBy === null) return refusal('finding-not-told', caseNumber(finding))
  if (reply !== 'none') return refusal('reply-already-given', caseNumber(finding))
  return dayOf(at) > replyBy.lastDay ? refusal('reply-too-late', caseNumber(finding), replyBy.lastDay) : null
}

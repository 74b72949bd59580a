import { aboutFinding } from './about-finding.ts'
import type { Finding } from './assessment-state.ts'
import { caseNumber } from './case-number.ts'
import { checkDeadline, checkText } from './check-assessment.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** 整改 runs beside the finding and moves no points, so it may start as soon as the center has been told. */
export const planRectification = aboutFinding(
  'RectificationPlanned',
  (finding, command) =>
    checkStep(finding, ['none', 'returned']) ??
    checkText('整改措施', command.measures) ??
    checkDeadline(command.dueBy, command.recordedAt),
)

export const submitRectification = aboutFinding(
  'RectificationSubmitted',
  (finding, command) => checkStep(finding, ['planned', 'returned']) ?? checkText('整改情况', command.statement),
)

export const acceptRectification = aboutFinding('RectificationAccepted', (finding) => checkStep(finding, ['submitted']))

export const returnRectification = aboutFinding(
  'RectificationReturned',
  (finding, command) => checkStep(finding, ['submitted']) ?? checkText('退回的理由', command.reason),
)

type Step = Finding['rectification']

const STEP_NAMES: Readonly<Record<Step, string>> = {
  none: '尚未整改',
  planned: '已制定整改措施',
  submitted: '已提交整改情况',
  accepted: '整改已通过',
  returned: '整改被退回',
}

function checkStep({ because, standing, rectification }: Finding, expected: readonly Step[]): LedgerRefusal | null {
  // One under way goes on while an amended suspicion waits to be told anew.
  const isUntold = standing === 'suspected' || standing === 'reported'
  if (isUntold && rectification === 'none') return refusal('finding-not-told', caseNumber({ because }))
  if (standing === 'withdrawn') return refusal('suspicion-withdrawn', caseNumber({ because }))
  if (standing === 'dismissed' || standing === 'reversed')
    return refusal('finding-not-substantiated', caseNumber({ because }))
  if (expected.includes(rectification)) return null
  return refusal(
    'rectification-out-of-step',
    caseNumber({ because }),
    expected.map((step) => STEP_NAMES[step]).join('或'),
  )
}

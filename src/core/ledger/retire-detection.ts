import type { PlainDate } from '../kernel/plain-date.ts'
import { dayOf } from '../kernel/timestamp.ts'
import type { AssessmentState } from './assessment-state.ts'
import { checkCount, checkOpen, checkText } from './check-assessment.ts'
import { verdict, type Decide } from './ledger-command.ts'
import { refusal } from './ledger-refusals.ts'

/** 停用检测 with the reason, also after the period has closed: what it suspected can still be withdrawn then. */
export const retireDetection: Decide<'DetectionRetired'> = (state, rubric, command) =>
  verdict(
    'DetectionRetired',
    command,
    checkOpen(state, rubric) ??
      checkText('检测的名称', command.detection) ??
      checkCount(command.version) ??
      (isRetired(state, { name: command.detection, version: command.version })
        ? refusal('detection-already-retired', command.detection)
        : null) ??
      checkText('停用的理由', command.reason),
  )

/** Whether this version of a detection is retired in the assessment, as far as was known by a day; null: now. */
export function isRetired(
  { retirements }: Pick<AssessmentState, 'retirements'>,
  { name, version }: { readonly name: string; readonly version: number },
  knownBy: PlainDate | null = null,
): boolean {
  return retirements.some(
    ({ detection, version: last, retiredAt }) =>
      detection === name && last >= version && (knownBy === null || dayOf(retiredAt) <= knownBy),
  )
}

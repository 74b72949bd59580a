import type { CenterId } from '../kernel/identifiers.ts'
import type { AssessmentState } from './assessment-state.ts'
import { checkOpen, checkOpened, checkText } from './check-assessment.ts'
import { verdict, type Command, type Decide } from './ledger-command.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** 定稿 after the period: every enrolled center's sheet, none twice, and a reason where something stood against it. */
export const sealAssessment: Decide<'AssessmentSealed'> = (state, rubric, command) =>
  verdict(
    'AssessmentSealed',
    command,
    checkOpen(state, rubric) ??
      (state.isClosed ? null : refusal('period-still-open')) ??
      checkSheets(state, command) ??
      checkForced(command.forced),
  )

export const publishResults: Decide<'ResultsPublished'> = (state, rubric, command) =>
  verdict(
    'ResultsPublished',
    command,
    checkOpened(state, rubric) ??
      (state.seal === null ? refusal('not-sealed') : null) ??
      (state.isPublished ? refusal('already-published') : null),
  )

export const reopenAssessment: Decide<'AssessmentReopened'> = (state, rubric, command) =>
  verdict(
    'AssessmentReopened',
    command,
    checkOpened(state, rubric) ??
      (state.seal === null ? refusal('not-sealed') : null) ??
      checkText('重启的理由', command.reason),
  )

function checkForced(forced: Command<'AssessmentSealed'>['forced']): LedgerRefusal | null {
  if (forced === null) return null
  return forced.blockers.length === 0 ? refusal('forced-for-nothing') : checkText('仍要定稿的理由', forced.reason)
}

function checkSheets({ centers }: AssessmentState, { sheets }: Command<'AssessmentSealed'>): LedgerRefusal | null {
  const sealed = new Set<CenterId>(sheets.map(({ centerId }) => centerId))
  const missing = [...centers.keys()].find((centerId) => !sealed.has(centerId))
  if (missing !== undefined) return refusal('sheet-missing', missing)
  const isOnceEach = sealed.size === sheets.length && sheets.every(({ centerId }) => centers.has(centerId))
  return isOnceEach ? null : refusal('sheet-unexpected')
}

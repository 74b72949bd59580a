import { dayOf } from '../kernel/timestamp.ts'
import { checkCount, checkOpen, checkText } from './check-assessment.ts'
import { verdict, type Decide } from './ledger-command.ts'
import { refusal } from './ledger-refusals.ts'

export const openAssessment: Decide<'AssessmentOpened'> = (state, rubric, command) =>
  verdict(
    'AssessmentOpened',
    command,
    (state.rubricId === null ? null : refusal('assessment-already-open')) ??
      (command.rubricId === rubric.id ? null : refusal('rubric-differs', rubric.id, command.rubricId)) ??
      (command.periodFrom <= command.periodTo
        ? null
        : refusal('period-reversed', command.periodFrom, command.periodTo)),
  )

export const enrollCenter: Decide<'CenterEnrolled'> = (state, rubric, command) =>
  verdict(
    'CenterEnrolled',
    command,
    checkOpen(state, rubric) ??
      (state.isClosed ? refusal('period-closed') : null) ??
      checkText('中心名称', command.name) ??
      (state.centers.has(command.centerId) ? refusal('center-already-enrolled', command.centerId) : null),
  )

export const setTerms: Decide<'TermsSet'> = (state, rubric, command) =>
  verdict(
    'TermsSet',
    command,
    checkOpen(state, rubric) ??
      checkCount(command.replyWorkingDays) ??
      checkCount(command.appealWorkingDays) ??
      checkCount(command.rectificationWorkingDays),
  )

/** 周期结束 the day after its last: until then something can still happen in it. */
export const closePeriod: Decide<'PeriodClosed'> = (state, rubric, command) =>
  verdict(
    'PeriodClosed',
    command,
    checkOpen(state, rubric) ??
      (state.isClosed ? refusal('period-already-closed') : null) ??
      (state.periodTo !== null && dayOf(command.recordedAt) <= state.periodTo
        ? refusal('period-not-over', state.periodTo)
        : null),
  )

import { id, type CriterionId, type QuestionId, type RubricId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { points } from '../../src/core/kernel/points.ts'
import type { AssessmentState } from '../../src/core/ledger/assessment-state.ts'
import type { Proposal } from '../../src/core/ledger/decide.ts'
import { inspected } from '../../test/fixtures/small-inspections.ts'
import {
  answered,
  center,
  closed,
  enrolled,
  opened,
  published,
  reopened,
  sealed,
  selfAssessed,
  termsSet,
} from '../../test/fixtures/small-ledger.ts'
import { clauses } from '../../test/fixtures/small-rubric.ts'
import { sampled, smallDesign, unveiled, unvisited } from '../../test/fixtures/small-sampling.ts'
import { retired } from '../../test/fixtures/small-suspicions.ts'
import { faulty, models, type Attempt } from './attempt.ts'

/** What moves the assessment on, lawfully: every page needs these to reach its states. */
export function stageAttempts(state: AssessmentState): Attempt[] {
  return models(opened(), enrolled(), closed(), sealNow(state), published(), reopened())
}

export function assessmentAttempts(state: AssessmentState): Attempt[] {
  const entry = { criterionId: id<CriterionId>('1.1'), points: points('1'), statement: '' }
  return [
    ...stageAttempts(state),
    ...models(
      termsSet(),
      answered(),
      retired(),
      selfAssessed(),
      inspected(),
      sampled(PLAN),
      unveiled(),
      unvisited(),
      sealNow(state, '限期已到'),
    ),
    ...faulty(
      opened({ rubricId: id<RubricId>('other') }),
      opened({ periodTo: plainDate('2020-12-31') }),
      enrolled({ centerId: id('other'), name: ' ' }),
      termsSet({ replyWorkingDays: 0 }),
      answered('nowhere'),
      answered(undefined, { reading: 'twice' }),
      answered(undefined, { points: points('1') }),
      answered(undefined, { questionId: id<QuestionId>('1.2/once-or-per-occurrence'), reason: '' }),
      retired({ reason: '' }),
      selfAssessed({ centerId: id('other') }),
      selfAssessed({ entries: [] }),
      selfAssessed({ entries: [{ ...entry, criterionId: id<CriterionId>('9.9') }] }),
      selfAssessed({ entries: [entry, entry] }),
      selfAssessed({ entries: [{ ...entry, points: points('99') }] }),
      sampled({ ...PLAN, planId: id('other') }),
      unveiled({ earlyBecause: '' }),
      unvisited({ visit: 3 }),
      inspected({ inspectionId: id('I9'), clauseIds: [] }),
      inspected({ inspectionId: id('I9'), clauseIds: [clauses.vacated, clauses.vacated] }),
      inspected({ inspectionId: id('I9'), clauseIds: [clauses.innovation] }),
      sealed({ sheets: [] }),
      sealed({ sheets: [SHEET, SHEET] }),
      sealed({ sheets: [SHEET], forced: { blockers: [], reason: '限期已到' } }),
      sealNow(state, ''),
      reopened({ reason: '' }),
    ),
  ]
}

/** Over by the second of the days that are tried. */
const PLAN = { design: { ...smallDesign, to: plainDate('2021-06-09'), days: smallDesign.days.slice(0, 3) } }

const SHEET = { centerId: center, score: 1400, digest: 'd'.repeat(64) }

function sealNow({ centers }: AssessmentState, reason: string | null = null): Proposal {
  const sheets = [...centers.keys()].map((centerId) => ({ ...SHEET, centerId }))
  const blockers = [{ code: 'appeal-pending', ref: 'F1', centerId: center }]
  return sealed({ sheets, forced: reason === null ? null : { blockers, reason } })
}

import { expect, test } from 'vitest'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import type { AssessmentState } from './assessment-state.ts'
import { decide, type Proposal } from './decide.ts'
import { FACT_FIELDS } from './event-fields.ts'
import { emptyAssessment } from './evolve.ts'
import type { FactType } from './ledger-command.ts'
import type { LedgerEvent } from './ledger-event.ts'
import { standsPublished } from './stands-published.ts'

const sealed: AssessmentState = { ...emptyAssessment, rubricId: smallRubric.id, seal: { seq: 1, sheets: [] } }

const ends = (types: readonly FactType[]) => types.map((type) => ({ type }) as unknown as LedgerEvent)

test.each<[told: string, last: readonly FactType[], stands: boolean | null]>([
  ['nothing', [], null],
  ['a publication', ['AssessmentSealed', 'ResultsPublished'], true],
  ['a publication and what a sampling plan brings after it', ['ResultsPublished', 'SamplingVisitMissed'], true],
  ['only what a sampling plan brings', ['SamplingPlanRevealed', 'SamplingVisitMissed'], null],
  ['a seal', ['ResultsPublished', 'AssessmentReopened', 'AssessmentSealed'], false],
  ['a reopening', ['ResultsPublished', 'AssessmentReopened'], false],
  ['a finding', ['FindingReported'], false],
])('%s', (_told, last, stands) => {
  expect(standsPublished(ends(last))).toBe(stands)
})

test('whatever shows that no seal stands is refused while one does', () => {
  for (const type of Object.keys(FACT_FIELDS) as FactType[]) {
    if (standsPublished(ends([type])) !== false || type === 'AssessmentReopened') continue
    const decided = decide(sealed, smallRubric, { type } as unknown as Proposal)
    const code = type === 'AssessmentOpened' ? 'assessment-already-open' : 'assessment-sealed'
    expect([type, decided.ok ? null : decided.refusal.code]).toEqual([type, code])
  }
})

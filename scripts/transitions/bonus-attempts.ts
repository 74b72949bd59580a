import { id, type BonusId } from '../../src/core/kernel/identifiers.ts'
import type { AssessmentState } from '../../src/core/ledger/assessment-state.ts'
import { approved, proposed, rejected, staff } from '../../test/fixtures/small-ledger.ts'
import { clauses } from '../../test/fixtures/small-rubric.ts'
import { stageAttempts } from './assessment-attempts.ts'
import { faulty, models, type Attempt } from './attempt.ts'

const { innovation, award, noComplaint, vacated } = clauses

export function bonusAttempts(state: AssessmentState): Attempt[] {
  const other = { bonusId: id<BonusId>('B2') }
  return [
    ...stageAttempts(state),
    ...models(proposed(), approved(), rejected()),
    ...faulty(
      proposed(vacated, other),
      proposed(noComplaint, other),
      proposed(award, other),
      proposed(innovation, { ...other, description: '' }),
      proposed(innovation, { ...other, centerId: id('other') }),
      approved('1', other),
      approved('1', { by: staff }),
      approved('1', { occurrences: 9 }),
      approved('1', { reason: '' }),
      approved('9'),
      approved(null),
      rejected({ reason: '' }),
    ),
  ]
}

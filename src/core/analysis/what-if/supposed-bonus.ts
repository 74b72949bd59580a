import { accepted } from '../../kernel/outcome.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Bonus } from '../../ledger/assessment-state.ts'
import { caseNumber } from '../../ledger/case-number.ts'
import { checkCount } from '../../ledger/check-assessment.ts'
import { checkAmount } from '../../ledger/check-clause.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { checkMeasured, unless } from './supposed-finding.ts'
import { notSupposed, type Supposing } from './supposition-refusals.ts'
import type { BonusSupposition, MeasureSupposition } from './supposition.ts'

/** The application for a bonus as it would be; who may approve it is not asked. */
export function supposedBonus(
  rubric: Rubric,
  bonus: Bonus,
  supposition: BonusSupposition | MeasureSupposition,
): Supposing<Bonus> {
  const { standing, clauseId } = bonus
  switch (supposition.kind) {
    case 'bonus-rejected':
      return standing === 'rejected'
        ? notSupposed('supposed-already', caseNumber(bonus), '不予加分的')
        : accepted({ ...bonus, standing: 'rejected' })
    case 'bonus-approved': {
      const isNothingOther = supposition.occurrences === null && supposition.points === null
      if (standing === 'approved' && isNothingOther)
        return notSupposed('supposed-already', caseNumber(bonus), '予以加分的')
      const occurrences = supposition.occurrences ?? bonus.occurrences
      const points = supposition.points ?? bonus.points
      return unless(checkCount(occurrences) ?? checkAmount(rubric, clauseId, points), () => ({
        ...bonus,
        standing: 'approved',
        occurrences,
        points,
      }))
    }
    case 'measure':
      if (standing === 'rejected') return notSupposed('supposed-void', caseNumber(bonus))
      return unless(checkMeasured(rubric, clauseId), () => ({ ...bonus, measured: supposition.measured }))
    default:
      return unreachable(supposition)
  }
}

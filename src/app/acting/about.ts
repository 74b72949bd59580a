import type { BonusId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import type { ActPlan } from './act-plan.ts'

type About = Required<Pick<ActPlan, 'centerOf' | 'subjectOf'>>

/** The part of a plan that says which finding it is about. */
export function aboutFinding(findingId: FindingId): About {
  return {
    centerOf: ({ findings }) => {
      const finding = findings.get(findingId)
      return finding ? accepted(finding.centerId) : { ok: false, refusal: refusal('finding-unknown', findingId) }
    },
    subjectOf: ({ findings }) => findings.get(findingId),
  }
}

export function aboutBonus(bonusId: BonusId): About {
  return {
    centerOf: ({ bonuses }) => {
      const bonus = bonuses.get(bonusId)
      return bonus ? accepted(bonus.centerId) : { ok: false, refusal: refusal('bonus-unknown', bonusId) }
    },
    subjectOf: ({ bonuses }) => bonuses.get(bonusId),
  }
}

/** The part of a plan that is about no center. */
export const aboutTheWhole: Pick<ActPlan, 'centerOf'> = { centerOf: () => accepted(null) }

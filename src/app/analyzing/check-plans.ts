import { checkVisits, type CheckedVisit } from '../../core/analysis/sampling/check-visits.ts'
import { drawPlan } from '../../core/analysis/sampling/draw-plan.ts'
import type { SamplingPlanId } from '../../core/kernel/identifiers.ts'
import type { AssessmentState, SamplingPlan } from '../../core/ledger/assessment-state.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import { commitmentOf, designDigestOf } from '../../core/ledger/sampling-design.ts'
import { shortCodeOf, type ShortCode } from '../../core/scoring/verification-code.ts'

/** A plan as a ledger tells it. `visits` and `isMatching` are null until it is revealed; visits also where it cannot be drawn. */
export interface CheckedPlan {
  readonly planId: SamplingPlanId
  readonly plan: SamplingPlan
  readonly code: ShortCode
  readonly isMatching: boolean | null
  readonly visits: readonly CheckedVisit[] | null
}

/** Every plan of the ledger, each that is revealed drawn again and held against its commitment and what was done. */
export function checkPlans(state: AssessmentState, digestOf: DigestOf): readonly CheckedPlan[] {
  return [...state.samplingPlans].map(([planId, plan]) => {
    const { design, commitment, reveal } = plan
    const code = shortCodeOf(commitment)
    if (reveal === null) return { planId, plan, code, isMatching: null, visits: null }
    const isMatching = commitmentOf(reveal, designDigestOf(design, digestOf), digestOf) === commitment
    const drawn = drawPlan(design, reveal.seed, digestOf)
    return { planId, plan, code, isMatching, visits: drawn.ok ? checkVisits(state, plan, drawn.value, null) : null }
  })
}

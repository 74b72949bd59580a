import type { CheckedVisit } from '../../core/analysis/sampling/check-visits.ts'
import { checkVisits } from '../../core/analysis/sampling/check-visits.ts'
import type { AssessmentId, SamplingPlanId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf, type Timestamp } from '../../core/kernel/timestamp.ts'
import type { SamplingDesign } from '../../core/ledger/sampling-design.ts'
import type { ShortCode } from '../../core/scoring/verification-code.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Actor } from '../people/actor.ts'
import { committed, revealView, type RevealView } from './list-plans.ts'
import { visitsOf, type SamplingRoom } from './sampling-room.ts'

/** What everybody may know of a plan: before it is revealed nothing of days, inspectors or clauses. */
export interface CommitmentView {
  readonly planId: SamplingPlanId
  readonly code: ShortCode
  readonly commitment: string
  readonly committedAt: Timestamp
  readonly shares: Pick<SamplingDesign, 'mode' | 'from' | 'to' | 'visits' | 'minimum' | 'centers'>
  /** With the whole design and the visits, a center's own ones only; null until it is revealed. */
  readonly revealed: (RevealView & { readonly design: SamplingDesign; readonly visits: readonly CheckedVisit[] }) | null
}

/** The commitments that a center can keep, and what became of them. */
export async function listCommitments(
  room: SamplingRoom,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<readonly CommitmentView[]>> {
  const looked = await lookIn(room.office, actor, 'assessment.read', assessmentId)
  if (!looked.ok) return looked
  const { state, digestOf } = looked.value
  const views: CommitmentView[] = []
  for (const [planId, plan] of [...state.samplingPlans].toReversed()) {
    const { code, commitment, committedAt, design } = committed(planId, plan)
    const { mode, from, to, visits: count, minimum, centers } = design
    const shares = { mode, from, to, visits: count, minimum, centers }
    const reveal = revealView(plan, digestOf)
    let revealed: CommitmentView['revealed'] = null
    if (reveal !== null) {
      const drawn = await visitsOf(room, { tenantId: actor.tenantId, assessmentId, planId }, plan, digestOf)
      const all = drawn.ok ? checkVisits(state, plan, drawn.value, dayOf(room.office.clock.now())) : []
      const visits = all.filter(({ visit }) => actor.centerId === null || visit.centerId === actor.centerId)
      revealed = { ...reveal, design, visits }
    }
    views.push({ planId, code, commitment, committedAt, shares, revealed })
  }
  return accepted(views)
}

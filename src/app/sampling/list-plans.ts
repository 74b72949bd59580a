import { checkVisits, type CheckedVisit } from '../../core/analysis/sampling/check-visits.ts'
import type { AssessmentId, CenterId, PersonId, SamplingPlanId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf, type Timestamp } from '../../core/kernel/timestamp.ts'
import type { SamplingPlan } from '../../core/ledger/assessment-state.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import {
  commitmentOf,
  designDigestOf,
  type SamplingDesign,
  type SamplingSecret,
} from '../../core/ledger/sampling-design.ts'
import { shortCodeOf, type ShortCode } from '../../core/scoring/verification-code.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Actor } from '../people/actor.ts'
import { visitsOf, type SamplingRoom } from './sampling-room.ts'

/** A plan as who goes and who oversees sees it. */
export interface PlanView {
  readonly planId: SamplingPlanId
  readonly design: SamplingDesign
  readonly designDigest: string
  readonly commitment: string
  /** The commitment as somebody can keep it on paper. */
  readonly code: ShortCode
  readonly by: PersonId
  readonly committedAt: Timestamp
  readonly reveal: RevealView | null
  /** Null where the seed is lost, or does not draw. */
  readonly visits: readonly CheckedVisit[] | null
}

export interface RevealView extends SamplingSecret {
  readonly earlyBecause: string | null
  readonly by: PersonId
  readonly recordedAt: Timestamp
  /** Whether what is revealed is what was committed. */
  readonly isMatching: boolean
}

/** Every plan of the assessment with its visits, the last committed first. Whoever belongs to a center does not see when it is visited. */
export async function listPlans(
  room: SamplingRoom,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<readonly PlanView[]>> {
  const looked = await lookIn(room.office, actor, 'sampling.read', assessmentId)
  if (!looked.ok) return looked
  const { state, digestOf } = looked.value
  const views: PlanView[] = []
  for (const [planId, plan] of [...state.samplingPlans].toReversed()) {
    const drawn = await visitsOf(room, { tenantId: actor.tenantId, assessmentId, planId }, plan, digestOf)
    const visits = drawn.ok ? checkVisits(state, plan, drawn.value, dayOf(room.office.clock.now())) : null
    views.push({
      ...committed(planId, plan),
      reveal: revealView(plan, digestOf),
      visits: shown(visits, plan, actor.centerId),
    })
  }
  return accepted(views)
}

export function committed(planId: SamplingPlanId, plan: SamplingPlan): Omit<PlanView, 'reveal' | 'visits'> {
  const { design, designDigest, commitment, by, committedAt } = plan
  return { planId, design, designDigest, commitment, code: shortCodeOf(commitment), by, committedAt }
}

export function revealView({ design, reveal, commitment }: SamplingPlan, digestOf: DigestOf): RevealView | null {
  if (reveal === null) return null
  return { ...reveal, isMatching: commitmentOf(reveal, designDigestOf(design, digestOf), digestOf) === commitment }
}

function shown(
  visits: readonly CheckedVisit[] | null,
  { reveal }: SamplingPlan,
  own: CenterId | null,
): readonly CheckedVisit[] | null {
  if (visits === null || reveal !== null || own === null) return visits
  return visits.filter(({ visit }) => visit.centerId !== own)
}

/**
 * Whom to inspect: an assessor designs a plan, the server draws a seed and binds it, the plan is read by who goes, and told
 * to everybody when its days are over. One file a step; the drawing itself is `core/analysis/sampling`.
 */
import type { DrawnVisit } from '../../core/analysis/sampling/drawn-visit.ts'
import { drawPlan } from '../../core/analysis/sampling/draw-plan.ts'
import type { AssessmentId, SamplingPlanId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { SamplingPlan } from '../../core/ledger/assessment-state.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { SamplingSecrets } from '../ports/sampling-secrets.ts'
import type { Secrets } from '../ports/secrets.ts'

export interface SamplingRoom {
  readonly office: Office
  readonly kept: SamplingSecrets
  readonly random: Pick<Secrets, 'token'>
  readonly drawn: DrawnPlans
}

/** A committed plan never changes, so it is drawn once: 2,000 visits take some hundred milliseconds. */
export type DrawnPlans = Map<string, readonly DrawnVisit[]>

/** A plan with the day, center and inspector of each visit, by the seed that is revealed or kept. */
export async function visitsOf(
  { kept, drawn }: Pick<SamplingRoom, 'kept' | 'drawn'>,
  key: { readonly tenantId: TenantId; readonly assessmentId: AssessmentId; readonly planId: SamplingPlanId },
  { design, designDigest, reveal }: SamplingPlan,
  digestOf: DigestOf,
): Promise<Acting<readonly DrawnVisit[]>> {
  const secret = reveal === null ? await kept.secret(key) : accepted(reveal)
  if (!secret.ok) return secret
  if (secret.value === null) return refusedActing('sampling-secret-missing')
  const place = JSON.stringify([key.tenantId, key.assessmentId, key.planId, designDigest, secret.value.seed])
  const before = drawn.get(place)
  if (before !== undefined) return accepted(before)
  const plan = drawPlan(design, secret.value.seed, digestOf)
  if (plan.ok) drawn.set(place, plan.value)
  return plan
}

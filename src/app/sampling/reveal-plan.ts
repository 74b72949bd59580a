import { checkVisits } from '../../core/analysis/sampling/check-visits.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import { aboutTheWhole } from '../acting/about.ts'
import { act } from '../acting/act.ts'
import type { ActOutcome, Asking } from '../acting/act-plan.ts'
import type { Said } from '../acting/said.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import { may } from '../people/who-may.ts'
import { visitsOf, type SamplingRoom } from './sampling-room.ts'

export type RevealPlanInput = Said<'SamplingPlanRevealed', 'seed' | 'salt'>

/**
 * 揭示: the seed and salt go into the ledger, and everybody can draw the plan again. Without a reason only when the days are over
 * and every visit was made or is told why not.
 */
export async function revealPlan(room: SamplingRoom, asking: Asking, input: RevealPlanInput): Promise<ActOutcome> {
  const { actor, assessmentId } = asking
  const { planId, earlyBecause } = input
  if (!may(actor, 'sampling.reveal', null)) return refusedActing('not-permitted')
  const looked = await room.office.live.look(actor.tenantId, assessmentId)
  if (!looked.ok) return looked
  const plan = looked.value.state.samplingPlans.get(planId)
  if (plan === undefined) return { ok: false, refusal: refusal('sampling-plan-unknown', planId) }
  const key = { tenantId: actor.tenantId, assessmentId, planId }
  const secret = plan.reveal === null ? await room.kept.secret(key) : accepted(plan.reveal)
  if (!secret.ok) return secret
  if (secret.value === null) return refusedActing('sampling-secret-missing')
  const { seed, salt } = secret.value
  const visits = await visitsOf(room, key, plan, looked.value.digestOf)
  if (!visits.ok) return visits
  return act(room.office, asking, {
    ...aboutTheWhole,
    name: 'reveal-sampling-plan',
    input,
    action: 'sampling.reveal',
    facts: ({ state, recordedAt }) => {
      const now = state.samplingPlans.get(planId)
      // Before its days are over the decision refuses it anyway, with another sentence.
      const isOver = dayOf(recordedAt) > plan.design.to
      const open =
        earlyBecause === null && isOver && now !== undefined && now.reveal === null
          ? checkVisits(state, now, visits.value, null).filter(({ standing }) => standing === 'unaccounted')
          : []
      const [first] = open
      return first === undefined
        ? accepted([{ type: 'SamplingPlanRevealed', planId, seed, salt, earlyBecause }])
        : refusedActing('sampling-visits-open', open.length, first.visit.number, first.visit.day)
    },
  })
}

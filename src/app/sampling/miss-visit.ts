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

export type MissVisitInput = Said<'SamplingVisitMissed'>

/** 未去 of a visit whose day has come, with the reason; an inspector of the own visits, an assessor of all. Nothing is drawn in its place. */
export async function missVisit(room: SamplingRoom, asking: Asking, input: MissVisitInput): Promise<ActOutcome> {
  const { actor, assessmentId } = asking
  const { planId } = input
  if (!may(actor, 'sampling.miss', null)) return refusedActing('not-permitted')
  const looked = await room.office.live.look(actor.tenantId, assessmentId)
  if (!looked.ok) return looked
  const plan = looked.value.state.samplingPlans.get(planId)
  if (plan === undefined) return { ok: false, refusal: refusal('sampling-plan-unknown', planId) }
  const key = { tenantId: actor.tenantId, assessmentId, planId }
  const visits = await visitsOf(room, key, plan, looked.value.digestOf)
  if (!visits.ok) return visits
  const visit = visits.value.find(({ number }) => number === input.visit)
  if (visit !== undefined && visit.personId !== actor.personId && !actor.roles.includes('assessor'))
    return refusedActing('sampling-visit-of-other')
  return act(room.office, asking, {
    ...aboutTheWhole,
    name: 'miss-sampling-visit',
    input,
    action: 'sampling.miss',
    facts: ({ state, recordedAt }) => {
      if (visit !== undefined && visit.day > dayOf(recordedAt)) return refusedActing('sampling-visit-coming', visit.day)
      const [checked] = visit === undefined ? [] : checkVisits(state, plan, [visit], null)
      return checked?.standing === 'made'
        ? refusedActing('sampling-visit-made', checked.visit.number)
        : accepted([{ type: 'SamplingVisitMissed', ...input }])
    },
  })
}

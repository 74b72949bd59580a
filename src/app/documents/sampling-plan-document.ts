import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId, SamplingPlanId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Actor } from '../people/actor.ts'
import { inspectorsOf } from '../sampling/inspectors-of.ts'
import { listPlans } from '../sampling/list-plans.ts'
import type { SamplingRoom } from '../sampling/sampling-room.ts'
import { samplingPlan } from './sampling-plan.ts'

/** One plan as paper, with the visits that the reader may see. */
export async function samplingPlanDocument(
  room: SamplingRoom,
  actor: Actor,
  assessmentId: AssessmentId,
  planId: SamplingPlanId,
): Promise<Acting<OfficialDocument>> {
  const { office } = room
  const plans = await listPlans(room, actor, assessmentId)
  if (!plans.ok) return plans
  const plan = plans.value.find((one) => one.planId === planId)
  if (plan === undefined) return { ok: false, refusal: refusal('sampling-plan-unknown', planId) }
  const inspectors = await inspectorsOf(office, actor.tenantId)
  if (!inspectors.ok) return inspectors
  const names = new Map(inspectors.value.map(({ personId, name }) => [personId, name]))
  const looked = await lookIn(office, actor, 'sampling.read', assessmentId)
  if (!looked.ok) return looked
  const { adopted, state, head } = looked.value
  return accepted(
    samplingPlan({
      rubric: adopted.rubric,
      state,
      clocks: null,
      madeOn: dayOf(office.clock.now()),
      ledger: { seq: head.seq, head: head.digest },
      plan,
      called: (personId) => names.get(personId) ?? personId,
    }),
  )
}

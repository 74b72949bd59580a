import { checkDesign } from '../../core/analysis/sampling/check-design.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { commitmentOf, designDigestOf, type SamplingDesign } from '../../core/ledger/sampling-design.ts'
import { aboutTheWhole } from '../acting/about.ts'
import { act } from '../acting/act.ts'
import type { ActOutcome, Asking } from '../acting/act-plan.ts'
import type { Said } from '../acting/said.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import { workingDaysOver } from '../office/count-deadline.ts'
import { may } from '../people/who-may.ts'
import { inspectorsOf } from './inspectors-of.ts'
import type { SamplingRoom } from './sampling-room.ts'

/** The design as a person says it: its working days are counted, and each inspector is kept from the own center. */
export type CommitPlanInput = Pick<Said<'SamplingPlanCommitted'>, 'planId'> & {
  readonly design: Omit<SamplingDesign, 'days' | 'calendarVersion'>
}

/**
 * 封存: the design goes into the ledger with a commitment to a seed that the server draws and nobody is shown. The seed is kept
 * before the ledger knows of it, so that no commitment is without its seed.
 */
export async function commitPlan(room: SamplingRoom, asking: Asking, input: CommitPlanInput): Promise<ActOutcome> {
  const { actor, assessmentId } = asking
  if (!may(actor, 'sampling.plan', null)) return refusedActing('not-permitted')
  // Whoever says how often each center is visited must not belong to one.
  if (actor.centerId !== null) return refusedActing('decider-of-own-center', actor.centerId)
  const looked = await room.office.live.look(actor.tenantId, assessmentId)
  if (!looked.ok) return looked
  const design = await completed(room, asking, input)
  if (!design.ok) return design
  const drawable = checkDesign(design.value)
  if (!drawable.ok) return drawable
  const key = { tenantId: actor.tenantId, assessmentId, planId: input.planId }
  const secret = await room.kept.keep(key, { seed: room.random.token(), salt: room.random.token() })
  if (!secret.ok) return secret
  return act(room.office, asking, {
    ...aboutTheWhole,
    name: 'commit-sampling-plan',
    input,
    action: 'sampling.plan',
    facts: ({ live: { digestOf } }) => {
      const designDigest = designDigestOf(design.value, digestOf)
      const commitment = commitmentOf(secret.value, designDigest, digestOf)
      const { planId } = input
      return accepted([{ type: 'SamplingPlanCommitted', planId, design: design.value, designDigest, commitment }])
    },
  })
}

async function completed(
  { office }: SamplingRoom,
  { actor }: Asking,
  { design }: CommitPlanInput,
): Promise<Acting<SamplingDesign>> {
  const calendars = await office.people.calendars(actor.tenantId)
  if (!calendars.ok) return calendars
  const days = workingDaysOver(calendars.value, design.from, design.to)
  if (!days.ok) return days
  const known = await inspectorsOf(office, actor.tenantId)
  if (!known.ok) return known
  const homes = new Map(known.value.map(({ personId, centerId }) => [personId, centerId]))
  const stranger = design.inspectors.find(({ personId }) => !homes.has(personId))
  if (stranger !== undefined) return refusedActing('inspector-unknown', stranger.personId)
  const recused = (personId: PersonId, declared: SamplingDesign['inspectors'][number]['recusedFrom']) => {
    const home = homes.get(personId) ?? null
    return [...new Set(home === null ? declared : [home, ...declared])].toSorted()
  }
  return accepted({
    ...design,
    calendarVersion: days.value.calendarVersion,
    days: days.value.days,
    inspectors: design.inspectors.map(({ personId, recusedFrom, visitsPerDay }) => ({
      personId,
      recusedFrom: recused(personId, recusedFrom),
      visitsPerDay,
    })),
  })
}

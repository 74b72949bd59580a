import type { CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf, type Timestamp } from '../../core/kernel/timestamp.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import { secondsBetween } from '../../core/kernel/elapsed.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { ActPlan, Asking, Given } from './act-plan.ts'
import { actingRefusal, refusedActing, type Acting, type ActingRefusal } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import { readPlaces } from '../office/read-range.ts'

/** The center that the act is about, where the actor may act on it. */
export function checkCenter(actor: Actor, plan: ActPlan, state: AssessmentState): Acting<CenterId | null> {
  const center = plan.centerOf(state)
  if (!center.ok) return center
  return may(actor, plan.action, center.value) ? accepted(center.value) : refusedActing('not-permitted')
}

/** What stands against the act before the ledger's own rules: recusal, the time told, and what happened since the person looked. */
export async function checkAsking(
  office: Office,
  asking: Asking,
  plan: ActPlan,
  given: Given,
  centerId: CenterId | null,
): Promise<ActingRefusal | null> {
  const { actor, actedAt } = asking
  if (plan.recusal && centerId !== null && centerId === actor.centerId) return actingRefusal(plan.recusal, centerId)
  return (
    (actedAt === null ? null : checkTime(actedAt, office.clock.now(), given.state)) ??
    (await checkSeen(office, asking, plan, given.state))
  )
}

/** The clocks of phones differ by minutes; more is a wrong clock. */
const TOLERANCE_SECONDS = 300

function checkTime(actedAt: Timestamp, now: Timestamp, { periodFrom }: AssessmentState): ActingRefusal | null {
  if (secondsBetween(now, actedAt) > TOLERANCE_SECONDS) return actingRefusal('acted-in-future', actedAt, now)
  return periodFrom !== null && dayOf(actedAt) < periodFrom
    ? actingRefusal('acted-before-period', actedAt, periodFrom)
    : null
}

async function checkSeen(
  office: Office,
  { actor, assessmentId, seen }: Asking,
  { subjectOf }: ActPlan,
  state: AssessmentState,
): Promise<ActingRefusal | null> {
  const places = (seen !== null && subjectOf?.(state)?.because) || []
  if (seen === null || places.length === 0 || places.at(-1) === seen) return null
  const later = places.filter((seq) => seq > seen)
  const changes = await readPlaces(office.ledgers, actor.tenantId, assessmentId, later)
  return changes.ok ? { ...actingRefusal('changed-meanwhile', later.length), changes: changes.value } : changes.refusal
}

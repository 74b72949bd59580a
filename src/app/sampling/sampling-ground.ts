import { allClauses } from '../../core/rubric/find-clause.ts'
import { checkBreachClause } from '../../core/ledger/check-clause.ts'
import type { AssessmentId, CenterId, ClauseId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { isWorkingDay } from '../../core/kernel/working-days.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { newestWith } from '../office/count-deadline.ts'
import { lookIn } from '../office/look-in.ts'
import type { Actor } from '../people/actor.ts'
import { inspectorsOf, type KnownInspector } from './inspectors-of.ts'
import type { SamplingRoom } from './sampling-room.ts'

/** What a design is made of. */
export interface SamplingGround {
  readonly centers: readonly { readonly centerId: CenterId; readonly name: string }[]
  readonly inspectors: readonly KnownInspector[]
  /** The working days of the period, as far as calendars are known. */
  readonly days: readonly PlainDate[]
  /** Under which a finding can stand, in the order of the notice. */
  readonly clauseIds: readonly ClauseId[]
}

export async function samplingGround(
  { office }: SamplingRoom,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<SamplingGround>> {
  const looked = await lookIn(office, actor, 'sampling.plan', assessmentId)
  if (!looked.ok) return looked
  const inspectors = await inspectorsOf(office, actor.tenantId)
  if (!inspectors.ok) return inspectors
  const calendars = await office.people.calendars(actor.tenantId)
  if (!calendars.ok) return calendars
  const { rubric } = looked.value.adopted
  const { centers, periodFrom, periodTo } = looked.value.state
  const days: PlainDate[] = []
  if (periodFrom !== null && periodTo !== null)
    for (let day = periodFrom; day <= periodTo; day = addDays(day, 1)) {
      const calendar = newestWith(calendars.value, day)
      if (calendar !== undefined && isWorkingDay(calendar, day)) days.push(day)
    }
  return accepted({
    centers: [...centers].map(([centerId, name]) => ({ centerId, name })),
    inspectors: inspectors.value,
    days,
    clauseIds: allClauses(rubric)
      .map(({ id }) => id)
      .filter((clauseId) => checkBreachClause(rubric, clauseId) === null),
  })
}

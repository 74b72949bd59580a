import { addDays, type PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Random } from '../../../core/kernel/random.ts'
import { answerAfter, onlineCase, type Ending, type Moment } from '../case-rows.ts'
import { chanceFor, expectRecord, type PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'
import { isPast, rowOf, type World } from '../world.ts'
import { onlineSecond } from '../year-rhythm.ts'
import { anyDayIn, pickFrom, plantedArrival } from './planted-case.ts'
import { trickyDays } from './tricky-days.ts'

const DETECTION = 'online-response-late'

/** Online applications answered too late, and many that only look so. */
export function plantLateOnline(draft: PlanDraft): void {
  const { world } = draft
  if (!world.limits.has(DETECTION)) return
  const limit = world.limits.parameter(DETECTION, 'response_working_days')
  const random = chanceFor(draft, DETECTION)
  const tricky = trickyDays(world, limit)
  const plant = planter(draft, random, limit)
  for (const site of world.sites) {
    for (let count = random.below(3); count > 0; count--)
      plant(site, anyDayIn(draft, random), { late: 1 + random.below(4) })
    plant(site, anyDayIn(draft, random), { late: 0 })
    // The last second of the last day, which is a Saturday or Sunday that was worked in exchange.
    plant(site, pickFrom(random, tricky.endsOnExchanged), { late: 0, second: 86_399 })
    // Many days by the calendar and on time by working days; and a day later.
    plant(site, pickFrom(random, tricky.longest), { late: 0 })
    if (site.place % 3 === 0) plant(site, pickFrom(random, tricky.longest), { late: 1 })
    // On the Saturday after the last day: late, though before the next working day.
    if (site.place % 2 === 0) plant(site, pickFrom(random, tricky.beforeRest), { late: 'rest-day' })
    // Nobody has answered: late where the limit is over; withdrawn before an answer: nobody's lateness.
    if (site.place % 4 === 1) plant(site, anyDayIn(draft, random), { late: 'never' })
    plant(site, anyDayIn(draft, random), { late: 'withdrawn' })
    // By mail there is no such limit.
    plantMail(draft, random, site, limit)
  }
  const [site] = world.sites
  const after = addDays(world.period.to, 1)
  if (site && after <= world.asOf) plant(site, after, { late: 1 })
}

interface Course {
  /** Working days over the limit; or the day of rest after the last one; or no answer at all. */
  readonly late: number | 'rest-day' | 'never' | 'withdrawn'
  readonly second?: number
}

function planter(draft: PlanDraft, random: Random, limit: number) {
  const { world } = draft
  return (site: Site, day: PlainDate | null, { late, second }: Course): void => {
    if (day === null) return
    const arrival = plantedArrival(draft, random, site, day, { second: onlineSecond(random) })
    const answer = answerOf(world, random, arrival, limit, late)
    const ending: Ending = late === 'withdrawn' ? 'withdrawn' : random.chance(80) ? 'completed' : 'declined'
    const values = onlineCase(world, random, arrival, {
      answer: answer && { ...answer, second: second ?? answer.second },
      ending,
    })
    const row = rowOf('service_cases', late === 'withdrawn' ? { ...values, status: 'withdrawn' } : values)
    draft.add(day, row)
    const isLate = answer === null ? late !== 'withdrawn' && isPast(world, day, limit) : late !== 0
    if (isLate && day <= world.period.to)
      expectRecord(draft, DETECTION, row, { centerId: site.center.id, occurredOn: day })
  }
}

function plantMail(draft: PlanDraft, random: Random, site: Site, limit: number): void {
  const { world } = draft
  const arrival = plantedArrival(draft, random, site, anyDayIn(draft, random))
  const answer = answerAfter(world, random, arrival, limit + 3)
  if (answer === null) return
  const values = onlineCase(world, random, arrival, { answer, ending: 'completed' })
  draft.add(arrival.day, rowOf('service_cases', { ...values, record_id: `Y${values.record_id}`, channel: 'mail' }))
}

function answerOf(world: World, random: Random, from: Moment, limit: number, late: Course['late']): Moment | null {
  if (late === 'never' || late === 'withdrawn') return null
  if (late !== 'rest-day') return answerAfter(world, random, from, limit + late)
  const last = answerAfter(world, random, from, limit)
  const on = last && addDays(last.day, 1)
  return on === null || on > world.asOf ? null : { day: on, second: last?.second ?? 0 }
}

import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import type { Random } from '../../core/kernel/random.ts'
import { appointmentDay } from './appointment-day.ts'
import { bulkTraffic, openCounters, SERIAL_STEP } from './bulk-traffic.ts'
import type { ExampleRow } from './example-row.ts'
import { hoursRows, ORDINARY_SPANS } from './hours-rows.ts'
import { ordinaryOrder, orderRow } from './order-rows.ts'
import { chanceFor, type PlanDraft } from './plan-draft.ts'
import type { Site } from './site.ts'
import type { SiteTarget } from './site-target.ts'
import { onlineSecond, onlineWeight, shareOut } from './year-rhythm.ts'

/** The planted records and the ordinary ones between them, each day in the order of the clock. */
export function* rowsOf(draft: PlanDraft, targets: readonly SiteTarget[]): Generator<ExampleRow> {
  const { days, period } = draft.world
  const traffic = bulkTraffic(draft.world, chanceFor(draft, 'traffic'), targets)
  const beside = besideTraffic(draft, chanceFor(draft, 'beside'), targets)
  for (const [at, day] of days.entries()) {
    const ordinary = traffic.next()
    const cases = ordinary.done === true ? [] : ordinary.value
    yield* inOrder([...cases, ...beside(day, at), ...(draft.rows.get(day) ?? [])])
  }
  const later = [...draft.rows.keys()].filter((day) => day > period.to).toSorted()
  for (const day of later) yield* inOrder([...(draft.rows.get(day) ?? [])])
}

/** Bookings, orders of the hotline and the counters' hours of a day. */
function besideTraffic(
  draft: PlanDraft,
  random: Random,
  targets: readonly SiteTarget[],
): (day: PlainDate, at: number) => ExampleRow[] {
  const { world } = draft
  const weights = world.days.map((day) => onlineWeight(world.clock, day))
  const flows = targets.map((target) => ({
    target,
    bookings: shareOut(Math.round(casesOf(target) / CASES_PER_BOOKING), weights),
    orders: shareOut(Math.round(casesOf(target) / CASES_PER_ORDER), weights),
  }))
  return (day, at) =>
    flows.flatMap(({ target, bookings, orders }) => [
      ...appointmentDay(world, random, { site: target.site, day }, bookings[at] ?? 0),
      ...orderRows(draft, random, target.site, day, orders[at] ?? 0),
      ...openCounters(world, target, day, at).flatMap((counter) =>
        hoursRows(target.site, counter, day, draft.hoursOf(counter.id, day) ?? ORDINARY_SPANS),
      ),
    ])
}

const CASES_PER_BOOKING = 16

const CASES_PER_ORDER = 120

function casesOf({ rated, unrated, unfinished, online, elsewhere }: SiteTarget): number {
  return rated + unrated + unfinished + online + elsewhere
}

function orderRows({ world }: PlanDraft, random: Random, site: Site, day: PlainDate, count: number): ExampleRow[] {
  return Array.from({ length: count }, (_, at) =>
    orderRow(
      world,
      random,
      { site, day, second: onlineSecond(random), serial: SERIAL_STEP * (at + 1) },
      ordinaryOrder(random),
    ),
  )
}

const RECORDED_ON = new Map(DATA_SETS.map(({ name, recordedOn }) => [name, recordedOn]))

function inOrder(rows: ExampleRow[]): ExampleRow[] {
  return rows.sort((one, other) => {
    const [a, b] = [momentIn(one), momentIn(other)]
    return a < b ? -1 : a > b ? 1 : 0
  })
}

function momentIn({ dataSet, values }: ExampleRow): string {
  return String(values[RECORDED_ON.get(dataSet) ?? ''] ?? '')
}

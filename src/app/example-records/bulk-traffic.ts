import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import type { Random } from '../../core/kernel/random.ts'
import { caseIdOf, type Arrival } from './case-rows.ts'
import { counterDay, type CounterFate } from './counter-day.ts'
import { deckOf, type Deck } from './deck.ts'
import type { ExampleRow } from './example-row.ts'
import { someItem } from './item-choice.ts'
import { onlineDay } from './online-day.ts'
import type { Site, SiteCounter } from './site.ts'
import { casesIn, type SiteTarget } from './site-target.ts'
import { rowOf, type World } from './world.ts'
import { counterSecond, counterWeight, momentOf, onlineWeight, shareOut } from './year-rhythm.ts'

/**
 * The ordinary traffic, a day at a time: nothing in it is a breach, and each center's numbers come out as its
 * target says. What is held grows with centers and days, never with cases.
 */
export function* bulkTraffic(world: World, random: Random, targets: readonly SiteTarget[]): Generator<ExampleRow[]> {
  const flows = targets.map((target) => flowOf(world, target))
  for (const [at, day] of world.days.entries())
    yield flows.flatMap((flow) => {
      let serial = 0
      const nextSerial = () => SERIAL_STEP * (serial += 1)
      return [
        ...counterRows(world, random, flow, { day, at }, nextSerial),
        ...onlineDay(world, random, { site: flow.target.site, day }, flow.online[at] ?? 0, nextSerial),
      ]
    })
}

/** Ordinary cases take every third serial number, so that planted ones stand between them. */
export const SERIAL_STEP = 3

interface Flow {
  readonly target: SiteTarget
  readonly fates: Deck<CounterFate | 'elsewhere'>
  readonly counters: Deck<SiteCounter>
  /** What each counter's applicants want, line by line. */
  readonly lines: ReadonlyMap<SiteCounter, Deck<string>>
  /** By day of the period. */
  readonly atCounters: readonly number[]
  readonly online: readonly number[]
}

function flowOf({ clock, days }: World, target: SiteTarget): Flow {
  const { rated, unrated, unfinished, elsewhere, online } = target
  const weights = days.map((day) => counterWeight(clock, day, addDays(day, -1)))
  return {
    target,
    fates: deckOf([
      ['rated', rated],
      ['unrated', unrated],
      ['unfinished', unfinished],
      ['elsewhere', elsewhere],
    ]),
    counters: deckOf(target.loads.map(({ counter, lines }) => [counter, casesIn(lines)])),
    lines: new Map(target.loads.map(({ counter, lines }) => [counter, deckOf(lines)])),
    atCounters: shareOut(rated + unrated + unfinished + elsewhere, weights),
    online: shareOut(
      online,
      days.map((day) => onlineWeight(clock, day)),
    ),
  }
}

function counterRows(
  world: World,
  random: Random,
  { target, fates, counters, lines: linesOf, atCounters }: Flow,
  { day, at }: { readonly day: PlainDate; readonly at: number },
  nextSerial: () => number,
): ExampleRow[] {
  const { site } = target
  const open = new Set(openCounters(world, target, day, at))
  const queues = new Map<SiteCounter, CounterFate[]>()
  const rows: ExampleRow[] = []
  for (let left = atCounters[at] ?? 0; left > 0; left--) {
    const fate = fates.draw(random) ?? 'elsewhere'
    if (fate === 'elsewhere') {
      rows.push(caseElsewhere(random, site, day, nextSerial()))
      continue
    }
    // The last days may have only a counter left that is closed: it opens for them.
    const counter = counters.draw(random, (one) => open.has(one)) ?? counters.draw(random)
    if (counter) queues.set(counter, [...(queues.get(counter) ?? []), fate])
  }
  for (const [counter, queue] of queues) {
    const lines = linesOf.get(counter)
    if (lines) rows.push(...counterDay(world, random, { site, day, counter, lines }, queue, nextSerial))
  }
  return rows
}

/** All on working days; on days of rest every second one in turn, where not all stay open. */
export function openCounters(
  { clock }: World,
  { site, isAlwaysOpen }: Pick<SiteTarget, 'site' | 'isAlwaysOpen'>,
  day: PlainDate,
  at: number,
): readonly SiteCounter[] {
  if (isAlwaysOpen || clock.isWorking(day)) return site.counters
  return site.counters.filter((_, place) => (place + at) % 2 === 0)
}

/** By mail or at a terminal in the hall: nobody's counter, rated by nobody. */
function caseElsewhere(random: Random, site: Site, day: PlainDate, serial: number): ExampleRow {
  const item = someItem(random)
  const second = counterSecond(random.below(1000) / 1000)
  const arrival: Arrival = { site, item, day, second, serial, homeCenterId: null }
  const isPromised = item.type === 'promised'
  return rowOf('service_cases', {
    record_id: caseIdOf(arrival),
    center_id: site.center.id,
    item_id: item.id,
    item_name: item.name,
    line: item.line,
    channel: random.pick(['self-service', 'self-service', 'mail']),
    case_type: item.type,
    status: 'completed',
    submitted_at: momentOf(day, second),
    responded_at: momentOf(day, second + 60),
    completed_at: momentOf(day, second + 120),
    receipt_no: isPromised ? `HZ${caseIdOf(arrival)}` : null,
  })
}

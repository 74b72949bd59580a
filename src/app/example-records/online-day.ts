import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Random } from '../../core/kernel/random.ts'
import { answerAfter, onlineCase, type Arrival, type Ending } from './case-rows.ts'
import type { ExampleRow } from './example-row.ts'
import { someItem } from './item-choice.ts'
import { defaultRating, isPoor, mildVerdict, remoteRating, verified } from './rating-rows.ts'
import type { Site } from './site.ts'
import { rowOf, type World } from './world.ts'
import { onlineSecond } from './year-rhythm.ts'

/** The cases that come to a center from the platform on one day; of ten, about five are rated. */
export function onlineDay(
  world: World,
  random: Random,
  { site, day }: { readonly site: Site; readonly day: PlainDate },
  count: number,
  nextSerial: () => number,
): ExampleRow[] {
  const limit = world.limits.has(LATE) ? world.limits.parameter(LATE, 'response_working_days') : 2
  return Array.from({ length: count }).flatMap(() => {
    const second = onlineSecond(random)
    const arrival: Arrival = { site, item: someItem(random), day, second, serial: nextSerial(), homeCenterId: null }
    const ending: Ending = random.chance(93) ? 'completed' : random.pick(['declined', 'withdrawn'])
    const answer = answerAfter(world, random, arrival, random.below(limit + 1))
    const values = onlineCase(world, random, arrival, { answer, ending })
    return [rowOf('service_cases', values), ...ratingRows(world, random, arrival, values)]
  })
}

const LATE = 'online-response-late'

function ratingRows(world: World, random: Random, { day }: Arrival, values: ExampleRow['values']): ExampleRow[] {
  const completed = values['completed_at']
  if (typeof completed !== 'string') return []
  const on = completed.slice(0, 10) as PlainDate
  if (on > world.period.to) return []
  if (random.chance(52)) {
    const given = remoteRating(random, values, { day: on, second: 17 * 3600 + random.below(18_000) })
    return [rowOf('ratings', isPoor(given) ? verified(world, random, given, on, mildVerdict(random)) : given)]
  }
  const entered = random.chance(60) ? defaultRating(world, values, on > day ? on : day) : null
  return entered ? [rowOf('ratings', entered)] : []
}

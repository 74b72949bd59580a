import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Random } from '../../core/kernel/random.ts'
import { answerAfter, counterCase, papersOf, readOf, type Arrival, type Ending } from './case-rows.ts'
import type { Deck } from './deck.ts'
import type { ExampleRow } from './example-row.ts'
import { someItemOf } from './item-choice.ts'
import {
  defaultRating,
  deviceRating,
  excludedRating,
  isPoor,
  mildVerdict,
  remoteRating,
  secondRating,
  verified,
} from './rating-rows.ts'
import type { Site, SiteCounter } from './site.ts'
import { splitIntakeOf } from './split-rows.ts'
import { rowOf, type World } from './world.ts'
import { counterSecond } from './year-rhythm.ts'

/** What shall become of a case at a counter. */
export type CounterFate = 'rated' | 'unrated' | 'unfinished'

/** The day of one counter: one applicant after the other, with what each leaves in every system. */
export function counterDay(
  world: World,
  random: Random,
  at: {
    readonly site: Site
    readonly day: PlainDate
    readonly counter: SiteCounter
    readonly lines: Deck<string>
  },
  fates: readonly CounterFate[],
  nextSerial: () => number,
): ExampleRow[] {
  const { site, day, counter } = at
  // Nearer to each other than this on one device, ratings look like somebody's who rates himself.
  const apart = world.limits.has(SELF) ? world.limits.parameter(SELF, 'burst_seconds') : 0
  let lastOnDevice = Number.NEGATIVE_INFINITY
  return fates.flatMap((fate, place) => {
    const from = counterSecond(place / fates.length)
    const room = counterSecond((place + 1) / fates.length) - from
    const item = someItemOf(at.lines.draw(random) ?? '', random)
    const isCitywide = item.type === 'promised' && random.chance(20)
    const arrival: Arrival = {
      site,
      item,
      day,
      second: from + random.below(Math.max(1, Math.floor(room / 4))),
      serial: nextSerial(),
      homeCenterId: isCitywide ? elsewhere(world, random, site) : null,
    }
    const seconds = Math.min(Math.floor(room / 2), 240 + random.below(900))
    const ratedAt = arrival.second + seconds + 2 + random.below(18)
    const isOnDevice = fate === 'rated' && ratedAt - lastOnDevice > apart
    if (isOnDevice) lastOnDevice = ratedAt
    return caseRows(world, random, arrival, { counter, seconds, fate, ratedAt, isOnDevice })
  })
}

const SELF = 'self-rating'

interface CounterCourse {
  readonly counter: SiteCounter
  readonly seconds: number
  readonly fate: CounterFate
  /** The second of the day, for what is rated: on the counter's device, or on a phone. */
  readonly ratedAt: number
  readonly isOnDevice: boolean
}

function caseRows(
  world: World,
  random: Random,
  arrival: Arrival,
  { counter, seconds, fate, ratedAt, isOnDevice }: CounterCourse,
): ExampleRow[] {
  const ending: Ending = fate === 'unfinished' ? random.pick(['declined', 'declined', 'withdrawn']) : 'completed'
  const values = counterCase(world, random, arrival, { counter, seconds, ending })
  const rows = [rowOf('service_cases', values), readOf(arrival, values)]
  if (ending !== 'declined' && arrival.item.type === 'promised') rows.push(...papersOf(arrival))
  if (arrival.homeCenterId !== null && ending === 'completed') rows.push(ordinarySplit(world, random, arrival, values))
  if (fate === 'rated') {
    const at = { day: arrival.day, second: ratedAt }
    const given = isOnDevice
      ? deviceRating(random, values, { ...at, deviceId: counter.deviceId })
      : remoteRating(random, values, at)
    rows.push(...ratingRows(world, random, arrival, values, given))
  }
  if (fate === 'unrated') rows.push(...unratedRows(world, random, arrival, values))
  return rows
}

type Values = ExampleRow['values']

function ratingRows(world: World, random: Random, { day }: Arrival, values: Values, given: Values): ExampleRow[] {
  const rating = isPoor(given) ? verified(world, random, given, day, mildVerdict(random)) : given
  const again = random.chance(4) ? secondRating(world, random, values, day) : null
  return [rowOf('ratings', rating), ...(again ? [rowOf('ratings', again)] : [])]
}

/** Most get the platform's default after a week, and a few a rating that was found to be a mistake. */
function unratedRows(world: World, random: Random, { day, second }: Arrival, values: Values): ExampleRow[] {
  if (random.chance(3)) {
    const mistaken = excludedRating(random, remoteRating(random, values, { day, second: second + 3600 }))
    return [rowOf('ratings', mistaken)]
  }
  const entered = random.chance(70) ? defaultRating(world, values, day) : null
  return entered ? [rowOf('ratings', entered)] : []
}

/** Sent and answered within what each center has. */
function ordinarySplit(world: World, random: Random, arrival: Arrival, values: Values): ExampleRow {
  const [forward, answer] = world.limits.has(SPLIT)
    ? [world.limits.parameter(SPLIT, 'forward_working_days'), world.limits.parameter(SPLIT, 'answer_working_days')]
    : [1, 2]
  const sent = answerAfter(world, random, arrival, random.below(forward + 1))
  const answered = sent && answerAfter(world, random, sent, random.below(answer + 1))
  return splitIntakeOf(arrival, values, { sent, answered })
}

const SPLIT = 'split-intake-late'

function elsewhere({ sites }: World, random: Random, site: Site): Site['center']['id'] | null {
  return sites.length < 2
    ? null
    : (sites[(site.place + 1 + random.below(sites.length - 1)) % sites.length]?.center.id ?? null)
}

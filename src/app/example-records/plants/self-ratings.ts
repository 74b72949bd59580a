import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Random } from '../../../core/kernel/random.ts'
import { counterCase, papersOf, readOf } from '../case-rows.ts'
import type { ExampleValues } from '../example-row.ts'
import { chanceFor, expectRecord, type PlanDraft } from '../plan-draft.ts'
import { defaultRating, deviceRating } from '../rating-rows.ts'
import type { Site, SiteCounter } from '../site.ts'
import { rowOf } from '../world.ts'
import { AFTERNOON } from '../year-rhythm.ts'
import { plantedArrival, plantedCounter, workingDayIn } from './planted-case.ts'

const DETECTION = 'self-rating'

/** Ratings one right after the other on one device, and those that are just not that. */
export function plantSelfRatings(draft: PlanDraft): void {
  const { limits, sites } = draft.world
  if (!limits.has(DETECTION)) return
  const random = chanceFor(draft, DETECTION)
  const seconds = limits.parameter(DETECTION, 'burst_seconds')
  const ratings = limits.parameter(DETECTION, 'burst_ratings')
  const burst = Array.from({ length: ratings }, (_, at) => Math.floor((at * seconds) / ratings))
  const room = Math.max(900, ratings * (seconds + 1) + seconds)
  const first = AFTERNOON.to + Math.max(900, seconds + 60)
  const plant = (site: Site, { turn, ...series }: Omit<Series, 'start'> & { readonly turn: number }) =>
    plantSeries(draft, random, site, { ...series, start: first + room * turn })
  for (const site of sites) {
    // All within the seconds of each other: each of them is one.
    if (site.place % 3 === 0) plant(site, { turn: 0, offsets: burst, isFlagged: () => true })
    // The first and the last just within the seconds of the middle one, which alone has enough of them near.
    if (site.place % 3 === 1 && ratings === 3)
      plant(site, { turn: 1, offsets: [0, seconds, 2 * seconds], isFlagged: (at) => at === 1 })
    // A second too far apart for that.
    plant(site, { turn: 2, offsets: burst.map((_, at) => at * (seconds + 1)), isFlagged: () => false })
    // One too few.
    plant(site, { turn: 3, offsets: burst.slice(1), isFlagged: () => false })
    // One case rated again and again by somebody who is not sure that it worked.
    plant(site, { turn: 4, offsets: burst, isFlagged: () => false, isOneCase: true })
    plantDefaults(draft, random, site, ratings)
  }
}

interface Series {
  /** Each series of a center has a time of its own, after the last applicant has left. */
  readonly start: number
  /** Seconds from the first rating. */
  readonly offsets: readonly number[]
  readonly isFlagged: (at: number) => boolean
  readonly isOneCase?: boolean
}

function plantSeries(
  draft: PlanDraft,
  random: Random,
  site: Site,
  { start, offsets, isFlagged, isOneCase }: Series,
): void {
  const day = workingDayIn(draft, random)
  const counter = plantedCounter(site, random)
  let rated = plantCase(draft, random, { site, day, counter })
  for (const [at, offset] of offsets.entries()) {
    if (at > 0 && isOneCase !== true) rated = plantCase(draft, random, { site, day, counter })
    const given = deviceRating(random, rated, { day, second: start + offset, deviceId: counter.deviceId })
    const rating = rowOf('ratings', {
      ...given,
      satisfaction: 'very-satisfied',
      ...(isOneCase === true && at > 0 ? { record_id: `${given.record_id}-${at + 1}`, attempt: at + 1 } : {}),
    })
    draft.add(day, rating)
    if (isFlagged(at)) expectRecord(draft, DETECTION, rating, { centerId: site.center.id, occurredOn: day })
  }
}

/** What the platform entered in one night, all at the same second. */
function plantDefaults(draft: PlanDraft, random: Random, site: Site, count: number): void {
  const day = workingDayIn(draft, random)
  const counter = plantedCounter(site, random)
  for (let left = count; left > 0; left--) {
    const rated = plantCase(draft, random, { site, day, counter })
    const entered = defaultRating(draft.world, rated, day)
    if (entered) draft.add(day, rowOf('ratings', entered))
  }
}

function plantCase(
  draft: PlanDraft,
  random: Random,
  { site, day, counter }: { readonly site: Site; readonly day: PlainDate; readonly counter: SiteCounter },
): ExampleValues {
  const arrival = plantedArrival(draft, random, site, day)
  const values = counterCase(draft.world, random, arrival, { counter, seconds: 600, ending: 'completed' })
  draft.add(day, rowOf('service_cases', values), readOf(arrival, values))
  if (arrival.item.type === 'promised') draft.add(day, ...papersOf(arrival))
  return values
}

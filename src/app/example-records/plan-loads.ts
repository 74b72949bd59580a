import { BUSIEST_LINE, LINES } from './item-choice.ts'
import { chanceFor, type PlanDraft } from './plan-draft.ts'
import { planLines } from './plan-lines.ts'
import type { PlantedTally } from './planted-tally.ts'
import type { Site, SiteCounter } from './site.ts'
import { casesIn, type CounterLoad, type SiteTarget } from './site-target.ts'
import { shareOut } from './year-rhythm.ts'

const UNBALANCED = 'general-counter-unbalanced'
const LINE_MISSING = 'general-counter-line-missing'

interface CounterCases {
  readonly atCounters: number
  /** Of them already planted: by counter id, how many of each line. */
  readonly planted: PlantedTally['byCounter']
}

/**
 * How many ordinary cases each counter takes, and of which lines. General ones take the same, but where one is overloaded
 * and one idle, or two lie exactly on the line; and one counter of the largest center never takes the line that most
 * people want.
 */
export function planLoads(
  draft: PlanDraft,
  site: Site,
  cases: CounterCases,
): Pick<SiteTarget, 'loads' | 'isAlwaysOpen'> {
  const plantedAt = ({ id }: SiteCounter) => casesIn(cases.planted.get(id) ?? [])
  const leastAt = (counter: SiteCounter) => leastCases(counter, cases.planted)
  const generals = site.counters.filter(({ kind }) => kind === 'general')
  const specials = site.counters.filter(({ kind }) => kind === 'special')
  const mostPlanted = Math.max(...site.counters.map(plantedAt))
  const course = courseOf(draft, site, cases.atCounters / site.counters.length, {
    generals: generals.length,
    mostPlanted,
  })
  const step = course.kind === 'on-line' ? course.step : 1
  // A special counter takes about half of what a general one does.
  const share = generals.length / (generals.length + specials.length / 2)
  const most = cases.atCounters - sumOf(specials, leastAt)
  const least = sumOf(generals, leastAt)
  const atGenerals = Math.max(least, Math.min(most, step * Math.floor((cases.atCounters * share) / step)))
  const totals = new Map([
    ...generalLoads(course, generals, atGenerals, leastAt),
    ...evenly(specials, cases.atCounters - atGenerals, leastAt),
  ])
  if (course.kind === 'unbalanced')
    for (const counter of generals.slice(0, 2)) expectCounter(draft, site, UNBALANCED, counter, '')
  const ordinary = [...totals].map(([counter, total]) => [counter, total - plantedAt(counter)] as const)
  return { loads: loadsOf(draft, site, ordinary, cases), isAlwaysOpen: course.kind !== 'even' }
}

/** What a center's counters must take in all so that there is room for what is planted and for every line at every general one. */
export function leastAtCounters({ counters }: Site, planted: PlantedTally['byCounter']): number {
  return sumOf(counters, (counter) => leastCases(counter, planted))
}

function leastCases({ id, kind }: SiteCounter, planted: PlantedTally['byCounter']): number {
  return casesIn(planted.get(id) ?? []) + (kind === 'general' ? LINES.length : 0)
}

type LoadCourse =
  | { readonly kind: 'even' }
  /** The first counter so far over the average and the second so far under it, in hundredths of the average. */
  | { readonly kind: 'unbalanced'; readonly over: number; readonly under: number }
  /** The first counter exactly `percent` over the average and the second under it, where all of them take a multiple of `step`. */
  | { readonly kind: 'on-line'; readonly percent: number; readonly step: number }

function courseOf(
  { world: { limits } }: PlanDraft,
  { place }: Site,
  average: number,
  { generals, mostPlanted }: { readonly generals: number; readonly mostPlanted: number },
): LoadCourse {
  if (!limits.has(UNBALANCED) || generals < 4) return { kind: 'even' }
  const percent = limits.parameter(UNBALANCED, 'imbalance_percent')
  if (percent < 10 || percent > 70) return { kind: 'even' }
  // Only where every counter has room for what is planted there, the special ones too, and the idle one for every line.
  const least = Math.max(limits.parameter(UNBALANCED, 'least_cases'), 2 * mostPlanted)
  if (average < Math.max(1.1 * least, (100 * LINES.length) / (75 - percent))) return { kind: 'even' }
  if (place % 5 === 2) return { kind: 'unbalanced', over: 140 + percent, under: 75 - percent }
  if (place % 5 !== 1) return { kind: 'even' }
  const hundredths = 100 * generals
  const over = hundredths / commonDivisor(hundredths, 100 + percent)
  const under = hundredths / commonDivisor(hundredths, 100 - percent)
  return { kind: 'on-line', percent, step: (over * under) / commonDivisor(over, under) }
}

type CountAt = (counter: SiteCounter) => number

function generalLoads(
  course: LoadCourse,
  generals: readonly SiteCounter[],
  cases: number,
  leastAt: CountAt,
): [SiteCounter, number][] {
  if (course.kind === 'even') return evenly(generals, cases, leastAt)
  const average = cases / generals.length
  const [first, second, ...rest] = generals
  if (first === undefined || second === undefined) return evenly(generals, cases, leastAt)
  const parts = course.kind === 'on-line' ? [100 + course.percent, 100 - course.percent] : [course.over, course.under]
  const [over, under] = parts.map((hundredths) => Math.round((average * hundredths) / 100))
  return [[first, over ?? 0], [second, under ?? 0], ...evenly(rest, cases - (over ?? 0) - (under ?? 0), leastAt)]
}

/** The same for each, and for none less than what it must take. */
function evenly(counters: readonly SiteCounter[], cases: number, leastAt: CountAt): [SiteCounter, number][] {
  const shares = shareOut(
    cases,
    counters.map(() => 1),
  )
  const loads = counters.map((counter, at): [SiteCounter, number] => [counter, shares[at] ?? 0])
  const full = counters.filter((counter, at) => leastAt(counter) > (shares[at] ?? 0))
  if (full.length === 0) return loads
  const fixed = full.map((counter): [SiteCounter, number] => [counter, leastAt(counter)])
  const left = cases - fixed.reduce((all, [, least]) => all + least, 0)
  const others = counters.filter((counter) => !full.includes(counter))
  return [...fixed, ...evenly(others, left, leastAt)]
}

/** The busiest line is avoided where so many of it are due at the counter that somebody must notice. */
function loadsOf(
  draft: PlanDraft,
  site: Site,
  ordinary: readonly (readonly [counter: SiteCounter, cases: number])[],
  { atCounters, planted }: CounterCases,
): readonly CounterLoad[] {
  const { limits } = draft.world
  const random = chanceFor(draft, `lines of ${site.code}`)
  const loads = (avoidedBy: SiteCounter | null) =>
    ordinary.map(([counter, cases]) => ({
      counter,
      lines: planLines(random, counter, cases, counter === avoidedBy ? BUSIEST_LINE : null),
    }))
  const [, counter] = site.counters
  if (!limits.has(LINE_MISSING) || site.place !== 0 || counter === undefined) return loads(null)
  const avoiding = loads(counter)
  const ofLine = [...avoiding.map(({ lines }) => lines), ...planted.values()]
    .flatMap((lines) => [...lines])
    .filter(([line]) => line === BUSIEST_LINE)
  const own = casesIn(avoiding.find((load) => load.counter === counter)?.lines ?? [])
  if (own * casesIn(ofLine) < limits.parameter(LINE_MISSING, 'expected_cases') * atCounters) return loads(null)
  expectCounter(draft, site, LINE_MISSING, counter, `/${BUSIEST_LINE}`)
  return avoiding
}

function sumOf(counters: readonly SiteCounter[], countAt: CountAt): number {
  return counters.reduce((all, counter) => all + countAt(counter), 0)
}

function expectCounter(draft: PlanDraft, { center }: Site, detection: string, { id }: SiteCounter, rest: string): void {
  draft.expect({
    detection,
    centerId: center.id,
    subject: `${center.id}/${id}${rest}`,
    occurredOn: draft.world.period.to,
    records: [`counters/queue/DJ${id}-general@1`],
  })
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other)
}

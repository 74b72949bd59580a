import { BUSIEST_LINE, BUSIEST_SHARE } from './item-choice.ts'
import type { PlanDraft } from './plan-draft.ts'
import type { Site, SiteCounter } from './site.ts'
import type { SiteTarget } from './site-target.ts'
import { shareOut } from './year-rhythm.ts'

const UNBALANCED = 'general-counter-unbalanced'
const LINE_MISSING = 'general-counter-line-missing'

interface CounterCases {
  readonly atCounters: number
  /** Of them already planted, by counter id. */
  readonly planted: ReadonlyMap<string, number>
}

/**
 * How many ordinary cases each counter takes. General ones take the same, but where one is overloaded and one idle, or one
 * lies exactly on the line; and one counter of the largest center never takes the line that most people want.
 */
export function planLoads(
  draft: PlanDraft,
  site: Site,
  cases: CounterCases,
): Pick<SiteTarget, 'loads' | 'avoided' | 'isAlwaysOpen'> {
  const generals = site.counters.filter(({ kind }) => kind === 'general')
  const specials = site.counters.filter(({ kind }) => kind === 'special')
  const course = courseOf(draft, site, generals.length, cases.atCounters)
  const step = course.kind === 'on-line' ? course.step : 1
  // A special counter takes about half of what a general one does.
  const share = generals.length / (generals.length + specials.length / 2)
  const atGenerals = step * Math.floor((cases.atCounters * share) / step)
  const totals = new Map([
    ...generalLoads(course, generals, atGenerals),
    ...evenly(specials, cases.atCounters - atGenerals),
  ])
  if (course.kind === 'unbalanced')
    for (const counter of generals.slice(0, 2)) expectCounter(draft, site, UNBALANCED, counter, '')
  return {
    loads: [...totals].map(([counter, total]) => [counter, total - (cases.planted.get(counter.id) ?? 0)] as const),
    avoided: avoidedAt(draft, site, totals, cases.atCounters),
    isAlwaysOpen: course.kind !== 'even',
  }
}

type LoadCourse =
  | { readonly kind: 'even' }
  /** The first counter so far over the average and the second so far under it, in hundredths of the average. */
  | { readonly kind: 'unbalanced'; readonly over: number; readonly under: number }
  /** The first counter exactly `percent` over the average, which goes up where all of them take a multiple of `step`. */
  | { readonly kind: 'on-line'; readonly percent: number; readonly step: number }

function courseOf({ world: { limits } }: PlanDraft, { place }: Site, generals: number, cases: number): LoadCourse {
  if (!limits.has(UNBALANCED) || generals < 4) return { kind: 'even' }
  const percent = limits.parameter(UNBALANCED, 'imbalance_percent')
  const isEnough = (cases * 0.8) / generals >= 1.1 * limits.parameter(UNBALANCED, 'least_cases')
  if (percent < 10 || percent > 70 || !isEnough) return { kind: 'even' }
  if (place % 5 === 2) return { kind: 'unbalanced', over: 140 + percent, under: 75 - percent }
  if (place % 5 !== 1) return { kind: 'even' }
  return { kind: 'on-line', percent, step: (100 * generals) / commonDivisor(100 * generals, 100 + percent) }
}

function generalLoads(course: LoadCourse, generals: readonly SiteCounter[], cases: number): [SiteCounter, number][] {
  if (course.kind === 'even') return evenly(generals, cases)
  const average = cases / generals.length
  const [first, second, ...rest] = generals
  if (first === undefined || second === undefined) return evenly(generals, cases)
  if (course.kind === 'on-line') {
    const load = (average * (100 + course.percent)) / 100
    return [[first, load], ...evenly([second, ...rest], cases - load)]
  }
  const [over, under] = [course.over, course.under].map((hundredths) => Math.round((average * hundredths) / 100))
  return [[first, over ?? 0], [second, under ?? 0], ...evenly(rest, cases - (over ?? 0) - (under ?? 0))]
}

function evenly(counters: readonly SiteCounter[], cases: number): [SiteCounter, number][] {
  const shares = shareOut(
    cases,
    counters.map(() => 1),
  )
  return counters.map((counter, at) => [counter, shares[at] ?? 0])
}

/** Only where so many of that line are due at the counter that chance cannot bring them below what is looked for. */
function avoidedAt(
  draft: PlanDraft,
  site: Site,
  totals: ReadonlyMap<SiteCounter, number>,
  atCounters: number,
): SiteTarget['avoided'] {
  const { limits } = draft.world
  const counter = site.counters[1]
  if (!limits.has(LINE_MISSING) || site.place !== 0 || counter === undefined) return null
  const own = totals.get(counter) ?? 0
  const others = [...totals].reduce((all, [{ kind }, cases]) => (kind === 'general' ? all + cases : all), -own)
  const spread = Math.sqrt(others * BUSIEST_SHARE * (1 - BUSIEST_SHARE))
  const due = (own * (others * BUSIEST_SHARE - 5 * spread)) / atCounters
  if (due < limits.parameter(LINE_MISSING, 'expected_cases')) return null
  expectCounter(draft, site, LINE_MISSING, counter, `/${BUSIEST_LINE}`)
  return { counterId: counter.id, line: BUSIEST_LINE }
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

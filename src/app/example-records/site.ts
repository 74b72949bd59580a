import type { Random } from '../../core/kernel/random.ts'
import { counterGroup } from './counter-group.ts'
import type { RecordsSetting } from './records-setting.ts'
import type { YearCenter } from '../example-year/year-setting.ts'

/** A center with its counters. `place` is its place in the list of centers, which decides what is planted there. */
export interface Site {
  readonly center: YearCenter
  readonly place: number
  /** Two digits or more, as records are numbered. */
  readonly code: string
  readonly counters: readonly SiteCounter[]
  /** Its share of all cases, as a weight. */
  readonly weight: number
}

export interface SiteCounter {
  readonly id: string
  readonly kind: 'general' | 'special'
  readonly staffId: string
  readonly deviceId: string
}

/** Centers of about the ordinary size, the first ones larger, with as many counters as their days need. */
export function sitesOf(
  { centers, cases, limits }: Pick<RecordsSetting, 'centers' | 'cases' | 'limits'>,
  days: number,
  random: Random,
): Site[] {
  const group = counterGroup(limits)
  const weights = centers.map((_, place) => LARGE[place] ?? 60 + random.below(60))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return centers.map((center, place) => {
    const weight = weights[place] ?? 100
    const code = String(place + 1).padStart(2, '0')
    const perDay = (cases * weight) / sum / days
    const groups = Math.max(1, Math.ceil(perDay / (CASES_PER_COUNTER * group.size)))
    const counters = Array.from({ length: group.size * groups }, (_, at) =>
      counterOf(code, at, group.generals * groups),
    )
    return { center, place, code, counters, weight }
  })
}

/** What is planted about counters needs many cases, and lies at the first centers. */
const LARGE = [200, 150, 150]

/** On an ordinary day, online ones included; on the busiest it is twice that, and a case at a counter still has its minutes. */
const CASES_PER_COUNTER = 32

function counterOf(code: string, at: number, generals: number): SiteCounter {
  const number = String(at + 1).padStart(2, '0')
  return {
    id: `${code}-${number}`,
    kind: at < generals ? 'general' : 'special',
    staffId: `${code}${String(101 + at)}`,
    deviceId: `PJQ-${code}-${number}`,
  }
}

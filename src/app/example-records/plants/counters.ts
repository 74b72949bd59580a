import { addDays } from '../../../core/kernel/plain-date.ts'
import { compareRational, rational } from '../../../core/kernel/rational.ts'
import type { ExampleRow } from '../example-row.ts'
import { chanceFor, type PlanDraft } from '../plan-draft.ts'
import { counterGroup, generalShareOf } from '../counter-group.ts'
import type { Site, SiteCounter } from '../site.ts'
import { rowOf } from '../world.ts'
import { expectMeasure } from './expect-measure.ts'

const DETECTION = 'general-counter-share'

/** Every counter's entry in the register; some become another kind during the period. */
export function plantCounters(draft: PlanDraft): void {
  const { sites, days } = draft.world
  const random = chanceFor(draft, DETECTION)
  for (const site of sites) {
    const changes = changesAt(draft, site, 10 + random.below(Math.max(1, Math.floor(days.length / 8))))
    const register = site.counters.flatMap((counter) => entriesOf(site, counter, days.length, changes))
    if (changes.extraDays > 0)
      register.push({
        counterId: `${site.code}-90`,
        kind: 'general',
        from: days.length - changes.extraDays,
        to: days.length,
      })
    plantOtherYears(draft, site)
    // The desk in the hall takes no cases and does not count.
    const desk: Entry = { counterId: `${site.code}-00`, kind: 'reception', from: 0, to: days.length }
    for (const entry of [...register, desk])
      draft.add(days[entry.from] ?? draft.world.period.from, registered(draft, site, entry))
    expectShare(draft, site, register)
  }
}

/** Days of the period from its first one; the last day is not included. */
interface Entry {
  readonly counterId: string
  readonly kind: SiteCounter['kind'] | 'reception'
  readonly from: number
  readonly to: number
}

interface Changes {
  /** For so many days at the end of the period the last general counter is a special one. */
  readonly specialDays: number
  /** For so many days there is one more general counter. */
  readonly extraDays: number
}

/** What the first two counters were before the period and will be after it is none of the period's business. */
function plantOtherYears({ world, add }: PlanDraft, { center, counters }: Site): void {
  const { from, to } = world.period
  const years = [
    { counter: counters[0], opens_on: addDays(from, -400), closes_on: addDays(from, -1) },
    { counter: counters[1], opens_on: addDays(to, 1), closes_on: null },
  ]
  for (const { counter, opens_on, closes_on } of years)
    if (counter !== undefined)
      add(
        to,
        rowOf('counters', {
          record_id: `DJ${counter.id}-special-${opens_on}`,
          center_id: center.id,
          counter_id: counter.id,
          kind: 'special',
          opens_on,
          closes_on,
        }),
      )
}

function changesAt({ world }: PlanDraft, { place }: Site, some: number): Changes {
  const { size, generals } = counterGroup(world.limits)
  const days = some * (size - generals)
  if (place % 5 === 4) return { specialDays: days, extraDays: 0 }
  // What one loses another makes good: the share is the same again over the period.
  const extraDays = some * size
  if (place % 5 === 3 && extraDays <= world.days.length) return { specialDays: days, extraDays }
  return { specialDays: 0, extraDays: 0 }
}

function entriesOf({ counters }: Site, { id, kind }: SiteCounter, days: number, { specialDays }: Changes): Entry[] {
  const isChanged = specialDays > 0 && id === counters.findLast((one) => one.kind === 'general')?.id
  if (!isChanged) return [{ counterId: id, kind, from: 0, to: days }]
  return [
    { counterId: id, kind: 'general', from: 0, to: days - specialDays },
    { counterId: id, kind: 'special', from: days - specialDays, to: days },
  ]
}

function registered({ world }: PlanDraft, { center }: Site, { counterId, kind, from, to }: Entry): ExampleRow {
  const opensOn = world.days[from] ?? world.period.from
  return rowOf('counters', {
    record_id: `DJ${counterId}-${kind}`,
    center_id: center.id,
    counter_id: counterId,
    kind,
    opens_on: opensOn,
    closes_on: to >= world.days.length && !counterId.endsWith(NEXT_CHANGED) ? null : addDays(opensOn, to - from - 1),
  })
}

/** The counter that becomes another kind when the period is over: its entry ends with it. */
const NEXT_CHANGED = '-02'

function expectShare(draft: PlanDraft, site: Site, register: readonly Entry[]): void {
  const { limits, period } = draft.world
  if (!limits.has(DETECTION)) return
  const daysOf = (entries: readonly Entry[]) => entries.reduce((all, { from, to }) => all + to - from, 0)
  const numerator = daysOf(register.filter(({ kind }) => kind === 'general'))
  const denominator = daysOf(register)
  if (compareRational(rational(numerator, denominator), generalShareOf(limits)) < 0)
    expectMeasure(draft, DETECTION, site, {
      period: period.from.slice(0, 4),
      lastDay: period.to,
      numerator,
      denominator,
    })
}

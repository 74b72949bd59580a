import type { CenterCase } from './center-case.ts'
import type { ClaimGroup } from './event-charge.ts'
import { eventNow, type EventOutcome } from './event-outcomes.ts'
import type { ExtremeOutcomes } from './extreme-outcomes.ts'
import { groupOutcomes } from './group-outcomes.ts'
import { outcomeBranches } from './outcome-branches.ts'
import { countedIn } from './pool-plan.ts'
import type { Readings } from './question-plan.ts'
import type { Interval } from './score-sheet.ts'
import { tangledQuestions } from './tangled-questions.ts'
import type { World } from './world.ts'
import { worldOf } from './world-of.ts'

/** The certain world, and how low and high the total and each section can go. */
export interface Bounds {
  readonly certain: World
  /** Worlds that reach the two ends. */
  readonly lowest: World
  readonly highest: World
  readonly total: Interval
  readonly sections: readonly Interval[]
  /** What the total is before a veto takes it. */
  readonly beforeVeto: Interval
  /** By absence bonus of the plan. */
  readonly absences: readonly Interval[]
  /** By claim that meets others: the least and most that it can move itself. */
  readonly effects: ReadonlyMap<number, Interval>
}

/**
 * A total is monotone in every open matter by itself: a finding substantiated, a larger count or amount, 逐次 instead
 * of 一次, 另加 instead of 代替, each instead of the highest, no floor, one clause more that breaks a bonus can only
 * lower it; caps and floors keep order. So with all of them at their harshest it is lowest, and a world that some
 * decisions make: the bound is reached. Only where claims meet in one event does more here mean less elsewhere (who
 * costs more is charged), so there every outcome and every reading is tried.
 */
export function boundsOf(center: CenterCase): Bounds {
  const { questions } = center.plan
  const tangled = tangledQuestions(center, 'all')
  const groups = groupOutcomes(center, tangled)
  const effects = new Map<number, Interval>()
  const certain = certainWorld(center)
  const low: World[] = []
  const high: World[] = []
  const readingsAt = (pick: 'harshest' | 'mildest') => questions.map((question) => question[pick])
  for (const chosen of tangled.answers) {
    const at = (base: Readings) => base.map((option, place) => chosen.get(place) ?? option)
    const harshest = at(readingsAt('harshest'))
    const mildest = at(readingsAt('mildest'))
    const lowest = groups.extremes(harshest)
    const highest = groups.extremes(mildest)
    // Without anything to decide or to read otherwise the lowest world is today's: a bonus that still runs is not given.
    if (center.claims.length === 0 && isSame(certain.readings, harshest)) low.push(certain)
    else
      for (const outcomes of outcomeBranches(center, lowest, 'lowest'))
        low.push(worldOf(center, harshest, 'lowest', outcomes))
    for (const outcomes of outcomeBranches(center, highest, 'highest'))
      high.push(worldOf(center, mildest, 'highest', outcomes))
    center.groups.forEach((group, at) => widen(effects, group, [lowest[at], highest[at]]))
  }
  const lowest = low.reduce((best, world) => (world.total < best.total ? world : best), low[0] ?? certain)
  const highest = high.reduce((best, world) => (world.total > best.total ? world : best), high[0] ?? certain)
  return {
    certain,
    lowest,
    highest,
    effects,
    total: [lowest.total, highest.total],
    beforeVeto: over(low, high, ({ sum }) => sum),
    absences: center.plan.absences.map(({ clause }) => over(low, high, (world) => world.clauseEffects[clause.index])),
    sections: sectionBounds(center, low, high),
  }
}

/**
 * What is decided, and of each open question what its readings have in common. Only what is decided says which questions
 * meet, so that an allegation moves nothing before somebody decides on it. Costs far less than the ends.
 */
export function certainWorld(center: CenterCase): World {
  const tangled = tangledQuestions(center, 'decided')
  const groups = groupOutcomes(center, tangled)
  let certain: World | null = null
  for (const chosen of tangled.answers) {
    const now = center.plan.questions.map(({ least }, place) => chosen.get(place) ?? least)
    const today = worldOf(center, now, 'now', groups.now(now))
    if (certain === null || today.total > certain.total) certain = today
  }
  return certain ?? worldToday(center)
}

/** What the decisions of today give, each open question at the reading that moves fewest points. */
export function worldToday(center: CenterCase): World {
  const readings = center.plan.questions.map(({ least }) => least)
  return worldOf(center, readings, 'now', outcomesNow(center, readings))
}

export function outcomesNow({ groups, plan }: CenterCase, readings: Readings): EventOutcome[] {
  return groups.map((group) => eventNow(group, plan, readings))
}

function isSame(one: Readings, other: Readings): boolean {
  return one.every((option, place) => option === other[place])
}

function widen(
  effects: Map<number, Interval>,
  group: ClaimGroup,
  extremes: readonly (ExtremeOutcomes | undefined)[],
): void {
  for (const extreme of extremes)
    group.claims.forEach(({ index }, place) => {
      const [least, most] = [extreme?.leastEffect[place] ?? 0, extreme?.mostEffect[place] ?? 0]
      const known = effects.get(index) ?? [least, most]
      effects.set(index, [Math.min(known[0], least), Math.max(known[1], most)])
    })
}

function over(low: readonly World[], high: readonly World[], of: (world: World) => number | undefined): Interval {
  return [Math.min(...low.map((world) => of(world) ?? 0)), Math.max(...high.map((world) => of(world) ?? 0))]
}

/** Sections without points share what they may lose, so that one of them counts least where the others lose most. */
function sectionBounds({ plan }: CenterCase, low: readonly World[], high: readonly World[]): Interval[] {
  const bounds = plan.sections.map((_, at) => over(low, high, ({ scores }) => scores[at]))
  for (const pool of plan.pools) {
    if (pool.sections.length < 2) continue
    const most = pool.sections.map((at) => Math.max(...low.map(({ losses }) => losses[at] ?? 0)))
    const least = pool.sections.map((at) => Math.min(...high.map(({ losses }) => losses[at] ?? 0)))
    pool.sections.forEach((section, place) => {
      const gains = over(low, high, ({ raw, losses }) => (raw[section] ?? 0) + (losses[section] ?? 0))
      const counted = (own: readonly number[], others: readonly number[], hold: number) =>
        countedIn(
          own.map((loss, at) => (at === place ? loss : (others[at] ?? 0))),
          hold,
        )[place] ?? 0
      bounds[section] = [
        gains[0] - Math.max(...pool.holds.map((hold) => counted(most, least, hold))),
        gains[1] - Math.min(...pool.holds.map((hold) => counted(least, most, hold))),
      ]
    })
  }
  return bounds
}

import { spanOf } from './attribute.ts'
import type { Bounds } from './bounds.ts'
import type { CenterCase } from './center-case.ts'
import { compareClaims, type Claim } from './claim.ts'
import { claimRange } from './claim-range.ts'
import type { ClausePlan, CountingMode } from './clause-plan.ts'
import type { Interval } from './score-sheet.ts'
import { signed } from './signed.ts'

/** How far the effect of each claim can go, under any reading and any decision, about itself or about those it meets. */
export function claimIntervals(center: CenterCase, bounds: Bounds): Interval[] {
  const ranges = center.claims.map((claim) => claimRange(center.plan, claim))
  const intervals = center.claims.map(({ index, clause }): Interval => {
    const own = ranges[index] ?? NOTHING
    return bounds.effects.get(index) ?? turned(clause.sign, own)
  })
  for (const { clause, claims } of center.claimsByClause)
    if (clause.isVeto) vetoIntervals(center, claims, bounds, ranges, intervals)
    else if (clause.runningCount !== null) runningIntervals(center, clause, claims, bounds, intervals)
    else if (claims.length > 1) amongSiblings(center, clause, claims, ranges, intervals)
  return intervals
}

const NOTHING: Interval = [0, 0]

/**
 * A price charged once: a line moves nothing where another outdoes it, and something only where it can outdo all
 * others. What meets others in an event may end at nothing either way.
 */
function amongSiblings(
  center: CenterCase,
  clause: ClausePlan,
  claims: readonly Claim[],
  ranges: readonly Interval[],
  intervals: Interval[],
): void {
  const modes = modesOf(center, clause)
  if (modes.every((mode) => mode === 'each')) return
  const spans = claims.map(({ occurredOn }) =>
    modes.includes('once') ? '' : spanOf(occurredOn, clause.clause.perSpan),
  )
  const order = [...claims].sort(compareClaims)
  const ranks = claims.map((claim) => order.indexOf(claim))
  const sizes = claims.map(({ index }) => turned(clause.sign, intervals[index] ?? NOTHING))
  claims.forEach((claim, at) => {
    const [least, most] = sizes[at] ?? NOTHING
    let canLose = false
    let canWin = true
    claims.forEach((rival, other) => {
      if (rival === claim || spans[at] !== spans[other]) return
      const [theirLeast, theirMost] = ranges[rival.index] ?? NOTHING
      const isEarlier = (ranks[at] ?? 0) < (ranks[other] ?? 0)
      const sure = center.groupOf[rival.index] === -1 ? theirLeast : 0
      canLose ||= theirMost > least || (theirMost === least && !isEarlier)
      canWin &&= most > sure || (most === sure && isEarlier)
    })
    intervals[claim.index] = turned(clause.sign, [canLose ? 0 : least, canWin || modes.includes('each') ? most : 0])
  })
}

function modesOf({ plan }: CenterCase, { counting, countingQuestion }: ClausePlan): CountingMode[] {
  const options = plan.questions[countingQuestion]?.options
  return options?.map((effect) => (effect.kind === 'counting' ? effect.mode : counting)) ?? [counting]
}

function runningIntervals(
  center: CenterCase,
  clause: ClausePlan,
  claims: readonly Claim[],
  bounds: Bounds,
  intervals: Interval[],
): void {
  const group = center.runningGroups.find(({ clauses }) => clauses.includes(clause))
  const isOpen = group?.claims.some(({ index, canVanish }) => canVanish || bounds.effects.has(index)) ?? false
  const dearest = Math.max(...(group?.clauses.map(({ fixed }) => fixed) ?? [0]))
  for (const { index, countHigh } of claims) {
    const now = bounds.certain.effects[index] ?? 0
    intervals[index] = isOpen ? turned(clause.sign, [0, dearest * countHigh]) : [now, now]
  }
}

/** One veto takes all; where there are several, which of them does is open with any of them. */
function vetoIntervals(
  { claims }: CenterCase,
  own: readonly Claim[],
  { beforeVeto }: Bounds,
  ranges: readonly Interval[],
  intervals: Interval[],
): void {
  const isAlone = claims.filter(({ clause }) => clause.isVeto).length === 1
  const [least, most] = [Math.max(beforeVeto[0], 0), Math.max(beforeVeto[1], 0)]
  for (const { index } of own) {
    const [happensLeast, happensMost] = ranges[index] ?? NOTHING
    intervals[index] = turned(-1, [happensLeast === 0 || !isAlone ? 0 : least, happensMost === 0 ? 0 : most])
  }
}

/** Sizes as effects, or effects as sizes: the ends change places where the clause takes. */
function turned(sign: 1 | -1, [least, most]: Interval): Interval {
  return sign > 0 ? [least, most] : [signed(-1, most), signed(-1, least)]
}

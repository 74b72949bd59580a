import type { Bounds } from './bounds.ts'
import type { CenterCase } from './center-case.ts'
import { compareClaims, type Claim } from './claim.ts'
import { claimPrice, countingUnder } from './claim-price.ts'
import { spanOf } from './attribute.ts'
import type { Readings } from './question-plan.ts'
import type { Interval } from './score-sheet.ts'
import { signed } from './signed.ts'

/** How far the effect of one line can go, under any reading and any decision, about itself or about those it meets. */
export function claimInterval(center: CenterCase, claim: Claim, bounds: Bounds): Interval {
  const { clause, index } = claim
  if (clause.isVeto) return vetoInterval(center, claim, bounds)
  const own = bounds.effects.get(index) ?? turned(clause.sign, priceRange(center, claim))
  if (clause.runningCount !== null) return runningInterval(center, claim, bounds)
  const siblings = center.claimsByClause.find((one) => one.clause === clause)?.claims ?? []
  return siblings.length > 1 ? amongSiblings(center, claim, siblings, own) : own
}

/** The least and most that the claim itself can come to. */
function priceRange({ plan }: CenterCase, claim: Claim): Interval {
  const prices = readingsFor(plan.questions.length, claim, plan).flatMap((readings) => [
    claimPrice(claim, plan.questions, readings, 'least'),
    claimPrice(claim, plan.questions, readings, 'most'),
  ])
  return [Math.min(...prices), Math.max(...prices)]
}

/** All readings that can change the claim's own price: every option of the questions of its clause. */
function readingsFor(count: number, { clause }: Claim, plan: CenterCase['plan']): Readings[] {
  const own = [clause.amountQuestion, clause.boundaryQuestion, clause.antecedentsQuestion, clause.countingQuestion]
  const asked = new Set(own.filter((question) => question >= 0))
  return [...asked].reduce<number[][]>(
    (all, question) =>
      all.flatMap((readings) =>
        (plan.questions[question]?.options ?? []).map((_, option) => readings.with(question, option)),
      ),
    [Array.from({ length: count }, () => 0)],
  )
}

/**
 * A price charged once: the line moves nothing where another outdoes it, and something only where it can outdo all
 * others. What meets others in an event may end at nothing either way.
 */
function amongSiblings(center: CenterCase, claim: Claim, siblings: readonly Claim[], own: Interval): Interval {
  const { questions } = center.plan
  const { clause } = claim
  const options = questions[clause.countingQuestion]?.options ?? [null]
  const modes = options.map((_, option) =>
    countingUnder(
      clause,
      questions,
      questions.map(() => option),
    ),
  )
  if (modes.every((mode) => mode === 'each')) return own
  const isSameSpan = (other: Claim) =>
    modes.includes('once') ||
    spanOf(other.occurredOn, clause.clause.perSpan) === spanOf(claim.occurredOn, clause.clause.perSpan)
  const rivals = siblings.filter((other) => other !== claim && isSameSpan(other))
  const [least, most] = turned(clause.sign, own)
  const outdoes = (price: number, other: number, isEarlier: boolean) => price > other || (price === other && isEarlier)
  const canLose = rivals.some((rival) => {
    const [, theirs] = priceRange(center, rival)
    return outdoes(theirs, least, compareClaims(rival, claim) < 0)
  })
  const canWin = rivals.every((rival) => {
    const theirs = center.groupOf[rival.index] === -1 ? priceRange(center, rival)[0] : 0
    return outdoes(most, theirs, compareClaims(claim, rival) < 0)
  })
  return turned(clause.sign, [canLose ? 0 : least, canWin || modes.includes('each') ? most : 0])
}

function runningInterval(center: CenterCase, { index, clause, countHigh }: Claim, bounds: Bounds): Interval {
  const group = center.runningGroups.find(({ claims }) => claims.some((claim) => claim.index === index))
  const isMoved = ({ index, canVanish }: Claim) => canVanish || bounds.effects.has(index)
  const isOpen = group?.claims.some(isMoved) ?? true
  const now = bounds.certain.effects[index] ?? 0
  if (!isOpen) return [now, now]
  const dearest = Math.max(...(group?.clauses.map(({ fixed }) => fixed) ?? [0]))
  return turned(clause.sign, [0, dearest * countHigh])
}

/** One veto takes all; where there are several, which of them does is open with any of them. */
function vetoInterval(center: CenterCase, claim: Claim, { beforeVeto }: Bounds): Interval {
  const { claims } = center
  const [happensLeast, happensMost] = priceRange(center, claim)
  const isAlone = claims.filter(({ clause }) => clause.isVeto).length === 1
  const [least, most] = [Math.max(beforeVeto[0], 0), Math.max(beforeVeto[1], 0)]
  return turned(-1, [happensLeast === 0 || !isAlone ? 0 : least, happensMost === 0 ? 0 : most])
}

/** Sizes as effects, or effects as sizes: the ends change places where the clause takes. */
function turned(sign: 1 | -1, [least, most]: Interval): Interval {
  return sign > 0 ? [least, most] : [signed(-1, most), signed(-1, least)]
}

import type { BonusId, FindingId } from '../kernel/identifiers.ts'
import type { Bonus, Finding } from '../ledger/assessment-state.ts'
import { isOver } from '../ledger/is-over.ts'
import { clauseUnder, finalPrice, gather, isFinal } from './gather.ts'
import { settledIn } from './score-center.ts'
import type { SignedPoints } from './score-sheet.ts'
import type { ScoringPlan } from './scoring-plan.ts'

/**
 * The settled total of one center while its findings and bonuses change, for histories: what is final is a sum that is
 * kept, and only the rest is looked at again. Always `settledTotal` of what it was given.
 */
export interface RunningTotal {
  /** Takes the place of what was given with this id before. */
  readonly putFinding: (finding: Finding) => void
  readonly putBonus: (bonus: Bonus) => void
  readonly total: (isClosed: boolean) => SignedPoints
}

export function runningTotal(plan: ScoringPlan): RunningTotal {
  const counted = { effects: plan.noughts.slice(), counts: plan.noughts.slice() }
  const finals = new Map<FindingId, { readonly index: number; readonly effect: SignedPoints }>()
  const rest = new Map<FindingId, Finding>()
  const bonuses = new Map<BonusId, Bonus>()
  const count = (index: number, effect: SignedPoints, by: 1 | -1) => {
    counted.effects[index] = (counted.effects[index] ?? 0) + by * effect
    counted.counts[index] = (counted.counts[index] ?? 0) + by
  }
  return {
    putFinding: (finding) => {
      const { findingId, decision } = finding
      const before = finals.get(findingId)
      if (before !== undefined) {
        finals.delete(findingId)
        count(before.index, before.effect, -1)
      }
      rest.delete(findingId)
      // What is still open moves nothing itself, but can leave open what else a question asks about.
      if (isOver(finding.standing)) return
      const clause = clauseUnder(plan, finding)
      if (decision === null || clause.counting === 'once' || !isFinal(plan, clause, finding, decision)) {
        rest.set(findingId, finding)
        return
      }
      const final = { index: clause.index, effect: finalPrice(clause, decision) * decision.occurrences }
      finals.set(findingId, final)
      count(final.index, final.effect, 1)
    },
    putBonus: (bonus) => {
      if (bonus.standing === 'rejected') bonuses.delete(bonus.bonusId)
      else bonuses.set(bonus.bonusId, bonus)
    },
    total: (isClosed) => settledIn(gather(plan, rest.values(), bonuses.values(), isClosed, counted).center),
  }
}

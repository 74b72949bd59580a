import type { Claim } from './claim.ts'
import type { ClausePlan } from './clause-plan.ts'
import { effectUnder } from './effect-under.ts'
import type { QuestionPlan, Readings } from './question-plan.ts'
import { spanOf } from './attribute.ts'
import type { Adjustment } from './score-sheet.ts'
import { signed } from './signed.ts'

/** What one clause moves after its own caps: 最高扣8分, 每月最多加2分. `notes` collects what they changed, where wanted. */
export function capClause(
  plan: ClausePlan,
  sum: number,
  claims: readonly Claim[],
  effects: readonly number[],
  questions: readonly QuestionPlan[],
  readings: Readings,
  notes: Adjustment[] | null,
): number {
  const { cap } = plan.clause
  const effect = effectUnder(questions, readings, plan.ceilingQuestion)
  let ceiling = effect?.kind === 'bonus-cap' ? (effect.points ?? Number.POSITIVE_INFINITY) : plan.ceiling
  let capped = sum
  if (cap?.kind === 'points')
    switch (cap.over.kind) {
      case 'clause':
        ceiling = Math.min(ceiling, cap.points)
        break
      case 'period': {
        capped = periodSum(claims, effects, cap.over.word, cap.points)
        note(notes, plan, 'period-cap', capped - sum)
        break
      }
      case 'object':
        if (sum !== 0) notes?.push({ kind: 'cap-not-computed', ref: plan.clauseId, effect: 0 })
        break
      // Counted over more than the clause: the section sees to it.
      case 'item':
      case 'section':
    }
  const size = Math.abs(capped)
  if (size <= ceiling) return capped
  note(notes, plan, 'clause-cap', plan.sign * (ceiling - size))
  return signed(plan.sign, ceiling)
}

function note(notes: Adjustment[] | null, plan: ClausePlan, kind: Adjustment['kind'], effect: number): void {
  if (effect !== 0) notes?.push({ kind, ref: plan.clauseId, effect })
}

function periodSum(claims: readonly Claim[], effects: readonly number[], word: string, limit: number): number {
  const sums = new Map<string, number>()
  for (const { index, occurredOn } of claims) {
    const span = spanOf(occurredOn, word)
    sums.set(span, (sums.get(span) ?? 0) + (effects[index] ?? 0))
  }
  let total = 0
  for (const sum of sums.values()) total += Math.sign(sum) * Math.min(Math.abs(sum), limit)
  return total
}

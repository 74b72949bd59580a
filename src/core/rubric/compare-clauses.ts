import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Amount } from './amount.ts'
import type { Clause } from './clause.ts'
import { comparable } from './text-pieces.ts'
import type { ClauseChange } from './rubric-change.ts'

/** What differs between two clauses taken for the same; ids, spans and the standing in scoring are no difference. */
export function clauseChanges(before: Clause, after: Clause): ClauseChange[] {
  const repriced = priceOf(before) !== priceOf(after)
  const conditioned = conditionsOf(before) !== conditionsOf(after)
  const figuresOnly = comparable(before.quote) === comparable(after.quote)
  const reworded = squeezed(before.quote) !== squeezed(after.quote) && !(figuresOnly && (repriced || conditioned))
  return [
    ...(repriced ? [{ kind: 'clause-repriced' as const, before, after }] : []),
    ...(conditioned ? [{ kind: 'clause-conditioned' as const, before, after }] : []),
    ...(reworded ? [{ kind: 'clause-reworded' as const, before, after }] : []),
  ]
}

function priceOf(clause: Clause): string {
  const { direction, per, perSpan, discretionary, scope, cap, floor, beyondCap } = clause
  return canonicalJson([direction, amountOf(clause.amount), per, perSpan, discretionary, scope, cap, floor, beyondCap])
}

/** The clause that a multiplier refers to is known by its id, which renumbering changes. */
function amountOf(amount: Amount): unknown {
  return amount.kind === 'multiplied' ? [amount.kind, amount.times] : amount
}

/** Without the wording: 查实 for 经核实 is another wording, not another condition. */
function conditionsOf(clause: Clause): string {
  return canonicalJson(
    clause.conditions.map((condition) => {
      if (condition.kind === 'otherwise') return [condition.kind, condition.antecedents.length]
      if (condition.kind === 'absent') return [condition.kind]
      if (condition.kind === 'threshold' || condition.kind === 'running-count')
        return [condition.kind, condition.op, condition.value, condition.unit]
      if (condition.kind === 'deadline') return [condition.kind, condition.limit, condition.unit, condition.workingDays]
      return condition.kind === 'cumulative-loss' ? [condition.kind, condition.points] : [condition.kind]
    }),
  )
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '')
}

import type { ClauseId } from '../../kernel/identifiers.ts'
import { accepted } from '../../kernel/outcome.ts'
import { decimalOf } from '../../kernel/points.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { refusal } from '../../ledger/ledger-refusals.ts'
import type { Amount } from '../../rubric/amount.ts'
import type { Clause } from '../../rubric/clause.ts'
import { isSame } from '../../rubric/clause-terms.ts'
import { findClause } from '../../rubric/find-clause.ts'
import type { Question } from '../../rubric/question.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { notSupposed, type Supposing } from './supposition-refusals.ts'
import type { PriceSupposition } from './supposition.ts'

/**
 * The rubric with one clause priced otherwise, all its invariants kept: the clause keeps its wording, and a question that asked
 * for the missing amount does not ask for it any more.
 */
export function supposedRubric(rubric: Rubric, { clauseId, amount }: PriceSupposition): Supposing<Rubric> {
  const clause = findClause(rubric, clauseId)
  if (clause === null) return { ok: false, refusal: refusal('clause-unknown', clauseId) }
  if (clause.direction === 'zero' || clause.direction === 'veto') return notSupposed('price-without-number', clauseId)
  if (clause.standing.kind === 'recorded') return notSupposed('price-not-computed', clauseId)
  if (amount.kind === 'range' && amount.min > amount.max)
    return notSupposed('price-reversed', decimalOf(amount.min), decimalOf(amount.max))
  const priced = pricedAnew(clause, amount)
  if (!priced.ok) return priced
  if (isSame(priced.value, clause.amount)) return accepted(rubric)
  return accepted({
    ...rubric,
    sections: rubric.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => ({
        ...criterion,
        clauses: criterion.clauses.map((one) => (one.id === clauseId ? withAmount(one, priced.value) : one)),
      })),
    })),
    questions: rubric.questions.flatMap((question) => withoutPrice(question, clauseId)),
  })
}

function pricedAnew({ id, amount: printed }: Clause, amount: PriceSupposition['amount']): Supposing<Amount> {
  switch (printed.kind) {
    case 'fixed':
    case 'range':
    case 'multiplied':
    case 'unspecified':
      return accepted(amount)
    case 'linear':
      return amount.kind === 'fixed'
        ? accepted({ ...printed, points: amount.points })
        : notSupposed('price-of-steps', id)
    case 'tiers':
    case 'ordered':
    case 'ratio':
    case 'full':
      return notSupposed('price-of-many', id)
    default:
      return unreachable(printed)
  }
}

/** What a person read otherwise was the price that is gone: the correction would not be what stands here. */
function withAmount({ correction: _correction, ...clause }: Clause, amount: Amount): Clause {
  return { ...clause, amount, discretionary: clause.discretionary && amount.kind !== 'fixed' }
}

/** An answer that names the amount would take the place of the price that is supposed. */
function withoutPrice(question: Question, clauseId: ClauseId): Question[] {
  const { clauseIds, sectionIds, readings } = question
  if (!clauseIds.includes(clauseId) || readings.every(({ effect }) => effect.kind !== 'amount')) return [question]
  const rest = clauseIds.filter((one) => one !== clauseId)
  return rest.length === 0 && sectionIds.length === 0 ? [] : [{ ...question, clauseIds: rest }]
}

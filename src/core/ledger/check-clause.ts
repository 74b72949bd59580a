import type { ClauseId } from '../kernel/identifiers.ts'
import type { Points } from '../kernel/points.ts'
import type { Clause } from '../rubric/clause.ts'
import { antecedentsOf, levelsOf, needsMeasure, openPriceOf } from '../rubric/clause-needs.ts'
import { findClause } from '../rubric/find-clause.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { Allegation } from './allegation.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** Whether a finding can stand under the clause: any but a bonus, and with a price of its own. */
export function checkBreachClause(rubric: Rubric, clauseId: ClauseId): LedgerRefusal | null {
  const clause = findClause(rubric, clauseId)
  if (!clause) return refusal('clause-unknown', clauseId)
  if (clause.direction === 'bonus') return refusal('clause-gives-bonus', clauseId)
  const chargedAs = priceElsewhere(rubric, clauseId)
  return chargedAs === null ? null : refusal('clause-refers-only', clauseId, chargedAs)
}

export function checkBonusClause(rubric: Rubric, clauseId: ClauseId): LedgerRefusal | null {
  const clause = findClause(rubric, clauseId)
  if (!clause) return refusal('clause-unknown', clauseId)
  if (clause.direction !== 'bonus') return refusal('clause-gives-no-bonus', clauseId)
  return clause.conditions.some(({ kind }) => kind === 'absent') ? refusal('bonus-by-absence', clauseId) : null
}

/** `null` where the clause has a price itself; otherwise the clause that a 按…标准 sends it to. */
function priceElsewhere(rubric: Rubric, clauseId: ClauseId): ClauseId | null {
  for (const relation of rubric.relations)
    if (
      relation.kind === 'charged-as' &&
      relation.clauseId === clauseId &&
      ![relation.from, relation.to, relation.chargedAs].includes(clauseId)
    )
      return relation.chargedAs
  return null
}

type Particulars = Pick<Allegation, 'measured' | 'level'> & Partial<Pick<Allegation, 'unmet'>>

/** Whether everything that prices the clause is said, and nothing that does not. */
export function checkParticulars(rubric: Rubric, clauseId: ClauseId, said: Particulars): LedgerRefusal | null {
  const clause = findClause(rubric, clauseId)
  if (!clause) return refusal('clause-unknown', clauseId)
  return (
    checkNeeds(clause, said) ??
    (said.measured !== null && !needsMeasure(clause) ? refusal('measure-unexpected', clauseId) : null) ??
    (said.level !== null && levelsOf(clause).length === 0 ? refusal('level-unexpected', clauseId) : null) ??
    (said.unmet && antecedentsOf(clause).length === 0 ? refusal('unmet-unexpected', clauseId) : null)
  )
}

/** Whether everything that prices the clause is said. What is said beyond it may belong to the clause first alleged. */
export function checkNeeds(clause: Clause, { measured, level, unmet }: Particulars): LedgerRefusal | null {
  if (measured === null && needsMeasure(clause)) return refusal('measure-missing', clause.id)
  const levels = levelsOf(clause)
  if (levels.length > 0 && (level === null || !levels.includes(level))) return refusal('level-unknown', level, levels)
  const requirements = antecedentsOf(clause)
  if (unmet === undefined || requirements.length === 0) return null
  const isNamed =
    unmet !== null &&
    unmet.length > 0 &&
    unmet.every((index, place) => index in requirements && unmet.indexOf(index) === place)
  return isNamed ? null : refusal('unmet-unknown', clause.id, requirements)
}

/** Whether `amount` is what the clause lets a person decide for one occurrence: null exactly where the notice decides. */
export function checkAmount(rubric: Rubric, clauseId: ClauseId, amount: Points | null): LedgerRefusal | null {
  const clause = findClause(rubric, clauseId)
  if (!clause) return refusal('clause-unknown', clauseId)
  const price = openPriceOf(rubric, clause)
  if (price === null) return amount === null ? null : refusal('amount-fixed', clauseId)
  if (amount === null) return refusal('amount-missing', clauseId)
  const isWithin = amount >= price.min && (price.max === null || amount <= price.max)
  return isWithin ? null : refusal('amount-outside', clauseId, amount, price.min, price.max)
}

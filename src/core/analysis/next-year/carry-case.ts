import type { ClauseId } from '../../kernel/identifiers.ts'
import type { Points } from '../../kernel/points.ts'
import type { Bonus, Finding } from '../../ledger/assessment-state.ts'
import { levelsOf, needsMeasure } from '../../rubric/clause-needs.ts'
import type { Clause } from '../../rubric/clause.ts'
import { antecedents, type ClausePassage, type PassageGap } from './clause-passage.ts'

/**
 * same: clause, price and count as they were. repriced: at the new price, or at the decided amount where the new range still
 * holds it. amount-open: the new notice lets a person choose and nobody has. amount-outside: what was decided lies outside of
 * the new range, so that it has to be decided again.
 */
export type CarriedAs = 'same' | 'repriced' | 'amount-open' | 'amount-outside'

export type CaseGap =
  | PassageGap
  | 'clause-removed'
  | 'measure-missing'
  | 'measure-other'
  | 'level-missing'
  | 'requirement-gone'
  | 'requirement-unknown'

export type CarriedCase<Case> =
  | { readonly kind: 'carried'; readonly as: CarriedAs; readonly now: Case }
  | { readonly kind: 'left'; readonly gap: CaseGap }

/** A finding under another notice. `nameOf` gives the clause that another clause became, for what was alleged at first. */
export function carryFinding(
  finding: Finding,
  passage: ClausePassage,
  nameOf: (clauseId: ClauseId) => ClauseId | null,
): CarriedCase<Finding> {
  const { decision } = finding
  const clauseId = passage.after.id
  const alleged = finding.clauseId === passage.before.id ? clauseId : (nameOf(finding.clauseId) ?? clauseId)
  const gap = passage.gap ?? (passage.isSame ? null : caseGap(finding, passage))
  if (gap !== null) return { kind: 'left', gap }
  const unmet = passage.isSame ? finding.unmet : unmetNow(finding.unmet, passage)
  if (unmet === undefined) return { kind: 'left', gap: 'requirement-gone' }
  const amount = amountNow(decision?.points ?? null, decision !== null && finding.standing === 'substantiated', passage)
  const isNamedSame = alleged === finding.clauseId && (decision === null || decision.clauseId === clauseId)
  if (amount.as === 'same' && isNamedSame && unmet === finding.unmet)
    return { kind: 'carried', as: 'same', now: finding }
  return {
    kind: 'carried',
    as: amount.as,
    now: {
      ...finding,
      clauseId: alleged,
      unmet,
      decision: decision && { ...decision, clauseId, points: amount.points },
    },
  }
}

export function carryBonus(bonus: Bonus, passage: ClausePassage): CarriedCase<Bonus> {
  const gap = passage.gap ?? (passage.isSame ? null : caseGap({ ...bonus, unmet: null }, passage))
  if (gap !== null) return { kind: 'left', gap }
  const amount = amountNow(bonus.points, bonus.standing === 'approved', passage)
  const clauseId = passage.after.id
  if (amount.as === 'same' && clauseId === bonus.clauseId) return { kind: 'carried', as: 'same', now: bonus }
  return { kind: 'carried', as: amount.as, now: { ...bonus, clauseId, points: amount.points } }
}

function amountNow(
  decided: Points | null,
  isCounted: boolean,
  { isRepriced, open, before }: ClausePassage,
): { readonly as: CarriedAs; readonly points: Points | null } {
  // A decision outside of the range was lawful when it was made: under the same price it stands.
  if (!isRepriced) return { as: 'same', points: decided }
  if (open === null) return { as: 'repriced', points: null }
  if (decided === null) return { as: isCounted && !wasOpen(before) ? 'amount-open' : 'repriced', points: null }
  const isWithin = decided >= open.min && (open.max === null || decided <= open.max)
  if (isWithin) return { as: 'repriced', points: decided }
  return { as: isCounted ? 'amount-outside' : 'repriced', points: null }
}

function wasOpen({ amount }: Clause): boolean {
  return amount.kind === 'range' || amount.kind === 'unspecified'
}

type Known = Pick<Finding, 'measured' | 'level' | 'unmet'>

/** What the new wording prices or tests by and nobody noted. */
function caseGap({ measured, level, unmet }: Known, { before, after, requirements }: ClausePassage): CaseGap | null {
  if (needsMeasure(after)) {
    if (measured === null) return 'measure-missing'
    const [was, now] = [unitOf(before), unitOf(after)]
    if (was !== now) return 'measure-other'
  }
  const levels = levelsOf(after)
  if (levels.length > 0 && (level === null || !levels.includes(level))) return 'level-missing'
  // Which of several was not met was not noted, and one of them is asked for no more.
  const asked = antecedents(before).length
  return unmet === null && asked > 0 && requirements.size < asked && antecedents(after).length > 0
    ? 'requirement-unknown'
    : null
}

function unitOf({ amount, conditions }: Clause): string | null {
  const threshold = conditions.find((condition) => condition.kind === 'threshold')
  if (threshold !== undefined) return threshold.unit
  if (amount.kind === 'ratio') return '比例'
  return amount.kind === 'linear' || amount.kind === 'tiers' ? amount.unit : null
}

/** Undefined where none of what was not met is asked for any more. */
function unmetNow(
  unmet: Finding['unmet'],
  { before, after, requirements }: ClausePassage,
): Finding['unmet'] | undefined {
  if (antecedents(after).length === 0) return null
  if (unmet === null) {
    // A single requirement is not noted as such; among several it must be named.
    const only = antecedents(before).length === 1 ? requirements.get(0) : undefined
    return only === undefined || antecedents(after).length === 1 ? null : [only]
  }
  const now = unmet.flatMap((place) => requirements.get(place) ?? [])
  if (now.length === 0 && unmet.length > 0) return undefined
  return antecedents(after).length === 1 ? null : now.toSorted((a, b) => a - b)
}

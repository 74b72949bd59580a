import type { ClauseId, CriterionId } from '../kernel/identifiers.ts'
import { hundredths } from '../kernel/points.ts'
import type { Amount } from '../rubric/amount.ts'
import type { Clause } from '../rubric/clause.ts'
import type { RunningCount, Threshold } from '../rubric/condition.ts'
import type { Criterion, Section } from '../rubric/rubric.ts'
import type { Matter, Opened } from './opened.ts'
import { fixedPrice } from './price-fixed.ts'
import { fullPoints } from './price-full.ts'
import { multipliedAmount } from './price-multiplied.ts'
import type { LineOutcome } from './score-sheet.ts'
import { signed } from './signed.ts'
import type { UnitPrice } from './price-facts.ts'
import type { PricedAmount } from './unit-price.ts'

export type CountingMode = 'once' | 'each' | 'each-span'

/**
 * A clause as scoring uses it: places instead of ids, and what its questions settle already settled. A field `…Question`
 * is the place of the open question that decides it, -1 where nothing does.
 */
export interface ClausePlan {
  readonly index: number
  readonly clause: Clause
  readonly clauseId: ClauseId
  readonly criterionId: CriterionId
  readonly sectionIndex: number
  /** 1 gives, -1 takes. */
  readonly sign: 1 | -1
  readonly isVeto: boolean
  readonly isZero: boolean
  readonly isAbsence: boolean
  /** Null where scoring does not compute the clause. */
  readonly amount: PricedAmount | null
  /** The most that an amount without a number can be, or a band of all points is. */
  readonly limit: number | null
  readonly thresholds: readonly Threshold[]
  readonly runningCount: RunningCount | null
  readonly requirements: number
  readonly counting: CountingMode
  readonly countingQuestion: number
  readonly isInclusive: boolean | null
  readonly boundaryQuestion: number
  readonly needsAllUnmet: boolean
  readonly antecedentsQuestion: number
  /** What the office answered that an amount without a number, or a gap between bands, comes to. */
  readonly named: number | null
  readonly amountQuestion: number
  readonly ceiling: number
  readonly ceilingQuestion: number
  /** The printed price: -1, and null as a unit price, where it is not one number that nothing else changes. */
  readonly fixed: number
  readonly unit: UnitPrice | null
  /** Whether anything measured or unmet is tested. */
  readonly isTested: boolean
  /** Whether a decided finding that meets no other is charged by itself, and if so at once, without testing anything or counting spans. */
  readonly isDirect: boolean
  readonly isPlain: boolean
  /** The outcome of a line at the printed price; one for all lines, since most are alike. */
  readonly outcome: LineOutcome
}

export interface ClausePlace {
  readonly index: number
  readonly sectionIndex: number
  readonly section: Section
  readonly criterion: Criterion
  /** Whether it is counted by a unit: its own, or that of the clause whose worse outcome it is. */
  readonly isCounted: boolean
}

export function planClause(clause: Clause, place: ClausePlace, base: Amount | null, opened: Opened): ClausePlan {
  const isVeto = clause.direction === 'veto' || (clause.direction === 'zero' && clause.scope === 'total')
  const isZero = clause.direction === 'zero' && !isVeto
  const isSingle = isVeto || isZero
  // Whether the count for 一票否决 or 不得分 is full, a person judged by substantiating it.
  const counted = clause.conditions.find((condition) => condition.kind === 'running-count') ?? null
  const runningCount = isSingle ? null : counted
  const full = fullPoints(clause, place.criterion, place.section)
  // 不得分 and 得满分 need no number, whatever else is asked about it.
  const isWhole = isSingle || clause.amount.kind === 'full'
  const named = isWhole ? NOT_ASKED : opened('amount', clause.id)
  const priced = amountOf(clause, base, isWhole, isVeto ? 1 : full, named.effect?.points ?? null)
  // Numbered occurrences change their price with every decision before them: only printed prices are followed, and none still asked for.
  const isFollowed = runningCount === null || (priced?.kind === 'fixed' && named.question < 0)
  const amount = isFollowed ? priced : null
  const boundary = opened('boundary', clause.id)
  const antecedents = opened('antecedents', clause.id)
  const ceiling = opened('bonus-cap', clause.id)
  const asked = opened('counting', clause.id)
  const mode = asked.effect?.mode ?? (place.isCounted || clause.direction === 'bonus' ? 'each' : 'once')
  const fixed = amount?.kind === 'fixed' ? amount.points : -1
  const thresholds = clause.conditions.filter((condition) => condition.kind === 'threshold')
  const requirements = clause.conditions.reduce(
    (sum, one) => sum + (one.kind === 'otherwise' ? one.antecedents.length : 0),
    0,
  )
  const isAbsence = signOf(clause) > 0 && clause.conditions.some(({ kind }) => kind === 'absent')
  const isTested = thresholds.length > 0 || requirements > 1
  const isSettled = Math.max(asked.question, named.question) < 0 || isSingle
  const isDirect = isSettled && !(isSingle || isAbsence || runningCount !== null || isPeriodCapped(clause))
  const isPriced = amount?.kind === 'fixed' || amount?.kind === 'range'
  return {
    index: place.index,
    clause,
    clauseId: clause.id,
    criterionId: place.criterion.id,
    sectionIndex: place.sectionIndex,
    sign: signOf(clause),
    isVeto,
    isZero,
    isAbsence,
    amount,
    limit: amount?.kind === 'tiers' ? full : (place.criterion.maxPoints ?? place.section.maxPoints),
    named: named.effect?.points ?? null,
    // An amount without a number is a person's to decide for each finding, whatever the office may still answer.
    amountQuestion: amount?.kind === 'unspecified' ? -1 : named.question,
    thresholds,
    runningCount,
    requirements,
    counting: isSingle ? 'once' : runningCount ? 'each' : mode,
    countingQuestion: isSingle || runningCount ? -1 : asked.question,
    isInclusive: boundary.effect?.inclusive ?? null,
    boundaryQuestion: boundary.question,
    needsAllUnmet: antecedents.effect?.mode === 'all',
    antecedentsQuestion: antecedents.question,
    ceiling: ceiling.effect?.points ?? Number.POSITIVE_INFINITY,
    ceilingQuestion: ceiling.question,
    fixed,
    unit: fixed >= 0 && named.question < 0 ? fixedPrice(fixed) : null,
    isTested,
    isDirect,
    isPlain: isDirect && isPriced && !isTested && mode !== 'each-span',
    outcome: isVeto ? { kind: 'vetoed' } : outcomeAt(clause, signed(signOf(clause), Math.max(fixed, 0))),
  }
}

const NOT_ASKED: Matter<'amount'> = { question: -1, effect: null }

/** The open questions that can change the price of a single claim. */
export function ownQuestions(clause: ClausePlan): number[] {
  const own = [clause.amountQuestion, clause.boundaryQuestion, clause.antecedentsQuestion, clause.countingQuestion]
  return own.filter((question, place) => question >= 0 && own.indexOf(question) === place)
}

/** The outcome of a line that counts: signed points for one occurrence. */
export function outcomeAt({ direction }: Clause, perOccurrence: number): LineOutcome {
  if (direction === 'bonus') return { kind: 'added', perOccurrence }
  if (direction === 'earn') return { kind: 'earned', perOccurrence }
  if (direction === 'zero') return { kind: 'zeroed' }
  return direction === 'veto' ? { kind: 'vetoed' } : { kind: 'deducted', perOccurrence }
}

export function signOf({ direction }: Clause): 1 | -1 {
  return direction === 'bonus' || direction === 'earn' ? 1 : -1
}

/** `full` is what 不得分 and 得满分 come to. A veto has no price: one hundredth stands for "it happened". */
function amountOf(
  clause: Clause,
  base: Amount | null,
  isWhole: boolean,
  full: number | null,
  named: number | null,
): PricedAmount | null {
  if (clause.standing.kind === 'recorded') return null
  if (isWhole) return full === null ? null : { kind: 'fixed', points: hundredths(full) }
  const amount = clause.amount.kind === 'multiplied' ? multipliedAmount(clause.amount, base) : clause.amount
  if (amount.kind === 'multiplied' || amount.kind === 'full') return null
  // An answer to a gap between bands prices the gap only, and one to an amount without number whoever nobody decided.
  const keepsPrices = amount.kind === 'tiers' || amount.kind === 'unspecified'
  return named === null || keepsPrices ? amount : { kind: 'fixed', points: hundredths(named) }
}

function isPeriodCapped({ cap }: Clause): boolean {
  return cap?.kind === 'points' && cap.over.kind === 'period'
}

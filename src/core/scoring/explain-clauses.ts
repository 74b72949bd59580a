import { formatPoints } from '../kernel/points.ts'
import type { ClauseId, CriterionId } from '../kernel/identifiers.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Clause } from '../rubric/clause.ts'
import { priceInWords } from '../rubric/price-in-words.ts'
import type { Section } from '../rubric/rubric.ts'
import { adjustmentText } from './explain-section.ts'
import { signedText } from './points-text.ts'
import type { Adjustment, Interval, LineOutcome, ScoreLine, SectionScore, SignedPoints } from './score-sheet.ts'
import type { SheetNames } from './sheet-names.ts'

/**
 * What became of one clause at one center, also where nothing did. `moved`: it moves points as it stands; `open`: it moves
 * none yet and may; `idle`: there are lines and none moves anything; `untouched`: the ledger knows of nothing under it.
 */
export interface ClauseExplanation {
  readonly clauseId: ClauseId
  readonly criterionId: CriterionId
  /** How the clause was read: a phrase of ours, never the notice's wording. */
  readonly price: string
  readonly state: 'moved' | 'open' | 'idle' | 'untouched'
  /** Before caps and floors: those are the section's adjustments. */
  readonly effect: SignedPoints
  readonly between: Interval
  /** Places in the section's lines. */
  readonly lines: readonly number[]
  /** `−0.5×3`, `−1`: its terms in the section's arithmetic, equal ones together. */
  readonly terms: readonly ClauseTerm[]
  /** Why it moves nothing, or what held back what it moves; empty where its lines say it all. */
  readonly why: string
}

export interface ClauseTerm {
  readonly amount: SignedPoints
  readonly times: number
  readonly lines: readonly number[]
}

/** Every clause of the section in the order of the notice. */
export function explainClauses(printed: Section, score: SectionScore, names: SheetNames): ClauseExplanation[] {
  return printed.criteria.flatMap(({ id, clauses }) =>
    clauses.map((clause): ClauseExplanation => {
      const lines = score.lines.flatMap(({ clauseId }, place) => (clauseId === clause.id ? [place] : []))
      const own = lines.flatMap((place) => score.lines[place] ?? [])
      const effect = sumOf(own.map((line) => line.effect))
      const between: Interval = [sumOf(own.map((line) => line.between[0])), sumOf(own.map((line) => line.between[1]))]
      const state = stateOf(own)
      return {
        clauseId: clause.id,
        criterionId: id,
        price: priceInWords(clause),
        state,
        effect,
        between,
        lines,
        terms: termsOf(score.lines, lines),
        why: whyOf(state, own, clause, score.adjustments, names),
      }
    }),
  )
}

function stateOf(lines: readonly ScoreLine[]): ClauseExplanation['state'] {
  if (lines.length === 0) return 'untouched'
  if (lines.some(({ effect }) => effect !== 0)) return 'moved'
  return lines.some(({ between }) => between[0] !== 0 || between[1] !== 0) ? 'open' : 'idle'
}

/** A veto acts on the total, after the sections. */
function termsOf(lines: readonly ScoreLine[], places: readonly number[]): ClauseTerm[] {
  const terms = new Map<SignedPoints, { times: number; lines: number[] }>()
  for (const place of places) {
    const line = lines[place]
    if (line === undefined || line.effect === 0 || line.outcome.kind === 'vetoed') continue
    const { amount, times } = countedOf(line)
    const known = terms.get(amount) ?? { times: 0, lines: [] }
    terms.set(amount, { times: known.times + times, lines: [...known.lines, place] })
  }
  return [...terms].map(([amount, { times, lines: own }]) => ({ amount, times, lines: own }))
}

function countedOf({ effect, outcome, subject }: ScoreLine): { readonly amount: SignedPoints; readonly times: number } {
  if (!('perOccurrence' in outcome) || subject.kind === 'period') return { amount: effect, times: 1 }
  const { perOccurrence } = outcome
  return perOccurrence !== 0 && perOccurrence * subject.occurrences === effect
    ? { amount: perOccurrence, times: subject.occurrences }
    : { amount: effect, times: 1 }
}

function whyOf(
  state: ClauseExplanation['state'],
  lines: readonly ScoreLine[],
  clause: Clause,
  adjustments: readonly Adjustment[],
  names: SheetNames,
): string {
  const held = adjustments.filter(({ ref }) => ref === clause.id).map(heldText)
  if (state === 'untouched')
    return clause.standing.kind === 'recorded'
      ? `只作记录，不计分：${clause.standing.because}`
      : '台账里没有关于这一款的问题'
  if (state === 'moved' || state === 'open') return held.join('；')
  const counts = new Map<string, number>()
  for (const { outcome } of lines) {
    const reason = idleText(outcome, clause, names)
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...[...counts].map(([reason, count]) => (count > 1 ? `${reason}（${count}起）` : reason)), ...held].join('；')
}

function heldText({ kind, effect }: Adjustment): string {
  if (effect === 0) return adjustmentText(kind)
  return `${adjustmentText(kind)}，${effect > 0 ? '少扣' : '少加'}${formatPoints(Math.abs(effect))}分`
}

/** Why one line moves nothing, short enough for a margin. */
function idleText(outcome: LineOutcome, { direction, standing }: Clause, names: SheetNames): string {
  const verb = direction === 'bonus' || direction === 'earn' ? '加' : '扣'
  switch (outcome.kind) {
    case 'dismissed':
      return '登记过，不予认定'
    case 'reversed':
      return '查实过，复核撤销'
    case 'withdrawn':
      return '疑点已撤回'
    case 'rejected':
      return '申报过，审定未通过'
    case 'not-met':
      return '未到本款的条件'
    case 'charged-elsewhere':
      return `同一件事已在${names.ofCase(outcome.findingId)}扣分`
    case 'added-elsewhere':
      return `只按最高一级，已在${names.ofCase(outcome.bonusId)}加分`
    case 'charged-already':
      return `只扣一次，已在${names.ofCase(outcome.findingId)}扣分`
    case 'not-computed':
      return standing.kind === 'recorded' ? `只作记录：${standing.because}` : '缺少计算所需的分值或口径'
    case 'absence':
      return outcome.state === 'broken' ? '周期内有查实的情形，不加分' : '周期未结束，尚不能加分'
    case 'deducted':
    case 'added':
    case 'earned':
    case 'zeroed':
    case 'vetoed':
    case 'awaiting-amount':
    case 'awaiting-decision':
    case 'awaiting-approval':
    case 'under-appeal':
    case 'open-question':
      return `不${verb}分：${signedText(0)}`
    default:
      return unreachable(outcome)
  }
}

function sumOf(points: readonly SignedPoints[]): SignedPoints {
  return points.reduce((sum, one) => sum + one, 0)
}

import { decimalOf } from '../kernel/points.ts'
import { formatRational, type Rational } from '../kernel/rational.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Amount } from '../rubric/amount.ts'
import type { Clause } from '../rubric/clause.ts'
import type { Condition } from '../rubric/condition.ts'
import type { Rubric } from '../rubric/rubric.ts'

/** A clause in the format of the labelled corpus: points and numbers are decimal strings. */
export interface CorpusEffect {
  readonly direction: string
  readonly amount: CorpusAmount
  readonly per: readonly string[]
  readonly perSpan: string | null
  readonly discretionary: boolean
  readonly threshold: CorpusThreshold | null
  readonly scope: string
  readonly cap: { readonly points: string; readonly scope: string } | null
  readonly floor: string | null
  readonly beyondCap: boolean
  readonly quote: string
}

interface CorpusThreshold {
  readonly metric: string
  readonly op: string
  readonly value: string
  readonly unit: string
}

type CorpusAmount = { readonly kind: string } & Readonly<Record<string, unknown>>

type Priced = Omit<Clause, 'id' | 'span' | 'standing'>

/** `itemPoints` resolves 得满分 inside bands; `multiplied` is what 加倍 comes to where its base is known. */
export function toCorpusEffect(clause: Priced): CorpusEffect {
  return {
    direction: clause.direction,
    amount: corpusAmount(clause.amount),
    per: clause.per,
    perSpan: clause.perSpan,
    discretionary: clause.discretionary,
    threshold: corpusThreshold(clause.conditions),
    scope: clause.scope,
    cap: corpusCap(clause),
    floor: clause.floor,
    beyondCap: clause.beyondCap,
    quote: clause.quote,
  }
}

function corpusAmount(amount: Amount): CorpusAmount {
  switch (amount.kind) {
    case 'fixed':
    case 'ratio':
      return { kind: amount.kind, points: decimalOf(amount.points) }
    case 'range':
      return { kind: 'range', min: decimalOf(amount.min), max: decimalOf(amount.max) }
    case 'linear':
      return {
        kind: 'linear',
        points: decimalOf(amount.points),
        step: formatRational(amount.step),
        unit: amount.unit,
        from: decimal(amount.from),
        side: amount.side,
      }
    case 'tiers':
      return {
        kind: 'tiers',
        tiers: amount.tiers.map((tier) => ({
          min: decimal(tier.min),
          minInclusive: tier.min === null ? null : tier.minInclusive,
          max: decimal(tier.max),
          maxInclusive: tier.max === null ? null : tier.maxInclusive,
          points: tier.points === 'full' ? 'full' : decimalOf(tier.points),
        })),
      }
    case 'ordered':
      return { kind: 'ordered', levels: amount.levels, points: amount.points.map(decimalOf) }
    case 'multiplied':
    case 'unspecified':
      return { kind: 'unspecified' }
    case 'full':
      return { kind: 'full' }
    default:
      return unreachable(amount)
  }
}

function corpusThreshold(conditions: readonly Condition[]): CorpusThreshold | null {
  for (const condition of conditions) {
    if (condition.kind === 'threshold' || condition.kind === 'running-count')
      return {
        metric: condition.metric,
        op: condition.op,
        value: formatRational(condition.value),
        unit: condition.unit,
      }
    if (condition.kind === 'cumulative-loss')
      return { metric: '累计扣分', op: '>=', value: decimalOf(condition.points), unit: '分' }
  }
  return null
}

function corpusCap({ cap }: Priced): CorpusEffect['cap'] {
  if (cap === null || cap.kind === 'none') return null
  const scope =
    cap.over.kind === 'period' || cap.over.kind === 'object' ? `${cap.over.kind}:${cap.over.word}` : cap.over.kind
  return { points: decimalOf(cap.points), scope }
}

function decimal(value: Rational | null): string | null {
  return value === null ? null : formatRational(value)
}

/**
 * A whole rubric as JSON lines: one an item with ids as `3-4`, `doc` for questions about the whole, and the sections.
 */
export function toCorpusLines(rubric: Rubric): string[] {
  const criteria = rubric.sections.flatMap((section) => section.criteria)
  const items = criteria.map((criterion) =>
    JSON.stringify({
      id: criterion.id.replace('.', '-'),
      effects: criterion.clauses.map(toCorpusEffect),
      questions: codesOf(rubric, criterion.id),
    }),
  )
  const sections = rubric.sections.map(({ title, maxPoints }) => ({
    title,
    points: maxPoints === null ? null : decimalOf(maxPoints),
  }))
  return [
    ...items,
    JSON.stringify({ id: 'doc', effects: [], questions: codesOf(rubric, null) }),
    JSON.stringify({ id: 'sections', sections }),
  ]
}

function codesOf(rubric: Rubric, criterionId: string | null): string[] {
  return [
    ...new Set(rubric.questions.filter((question) => question.criterionId === criterionId).map(({ code }) => code)),
  ]
}

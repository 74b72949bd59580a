import type { QuestionId } from '../kernel/identifiers.ts'
import { compareRational, formatRational, rational, subtract, type Rational } from '../kernel/rational.ts'
import type { LinearAmount, Tier } from '../rubric/amount.ts'
import type { Clause } from '../rubric/clause.ts'
import { compares, withBoundary } from '../rubric/compares.ts'
import type { Comparison } from '../rubric/condition.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { DetectedMeasure, Judge, Parameter } from './detection.ts'
import { isOpen, valueOf, type RunSetting } from './parameter-values.ts'

/** What was measured, in the unit it is judged in, and whether it falls short. */
export interface Judged {
  readonly isSuspect: boolean
  readonly measured: Rational
  /** In which unit; empty for a share. */
  readonly unit: string
  /** 低于 70%: what it was held against; empty where the clause prices whatever is measured. */
  readonly limit: string
  /** Which open question could still decide otherwise; null for none. */
  readonly openQuestion: QuestionId | null
}

/** Exactly, by whole numbers: 70 % is not below 70 %. Throws on a denominator of 0, which measures nothing. */
export function judgeMeasure(
  { numerator, denominator }: Pick<DetectedMeasure, 'numerator' | 'denominator'>,
  given: {
    readonly rubric: Rubric
    readonly clause: Clause
    readonly judge: Judge
    readonly parameters: readonly Parameter[]
    readonly readingOf: RunSetting['readingOf']
  },
): Judged {
  const { judge, clause, parameters, readingOf } = given
  const inUnit = (unit: string) => rational(numerator * (PARTS[unit] ?? 1), denominator)
  if (judge.kind === 'clause') return judgeByClause(given.rubric, clause, inUnit, readingOf)
  const { op, unit } = judge
  const parameter = parameters.find(({ name }) => name === judge.parameter)
  if (!parameter) throw new Error(`no parameter ${judge.parameter}`)
  const limit = valueOf(parameter, readingOf)
  const measured = inUnit(unit)
  return {
    isSuspect: compares(measured, op, rational(limit)),
    measured,
    unit,
    limit: `${OPS[op]}${limit}${unit}`,
    openQuestion: isOpen(parameter, readingOf) ? (parameter.question?.questionId ?? null) : null,
  }
}

/** How many of the unit make a whole. */
const PARTS: Readonly<Record<string, number>> = { '%': 100, '％': 100, 个百分点: 100, 百分点: 100, '‰': 1_000, 成: 10 }

const OPS: Readonly<Record<Comparison, string>> = {
  '<': '低于',
  '<=': '不高于',
  '>': '高于',
  '>=': '不低于',
  '=': '等于',
}

function judgeByClause(
  rubric: Rubric,
  { id: clauseId, conditions, amount }: Clause,
  inUnit: (unit: string) => Rational,
  readingOf: RunSetting['readingOf'],
): Judged {
  const thresholds = conditions.flatMap((condition) => (condition.kind === 'threshold' ? [condition] : []))
  const [first] = thresholds
  if (first) {
    const boundary = boundaryOf(rubric, clauseId, readingOf)
    const measured = inUnit(first.unit)
    const isSuspect = thresholds.every(({ op, value, unit }) =>
      compares(inUnit(unit), withBoundary(op, boundary.isInclusive), value),
    )
    const isOnBoundary = thresholds.some(({ value, unit }) => compareRational(inUnit(unit), value) === 0)
    const limit = thresholds.map(({ op, value, unit }) => `${OPS[op]}${formatRational(value)}${unit}`).join('，')
    return { isSuspect, measured, unit: first.unit, limit, openQuestion: isOnBoundary ? boundary.open : null }
  }
  if (amount.kind === 'linear') {
    const measured = inUnit(amount.unit)
    const { from, side } = amount
    const limit = from === null ? '' : `${side === 'below' ? '低于' : '高于'}${formatRational(from)}${amount.unit}`
    return { isSuspect: isAStepAway(amount, measured), measured, unit: amount.unit, limit, openQuestion: null }
  }
  const unit = amount.kind === 'tiers' ? (amount.unit ?? '') : ''
  const measured = inUnit(unit)
  const isSuspect = amount.kind !== 'tiers' || amount.tiers.some((tier) => holds(tier, measured))
  return { isSuspect, measured, unit, limit: '', openQuestion: null }
}

/** While nobody has answered, the number itself is suspect: a suspicion too many is dismissed, one too few is never seen. */
function boundaryOf({ questions }: Rubric, clauseId: Clause['id'], readingOf: RunSetting['readingOf']) {
  const question = questions.find(
    ({ clauseIds, readings }) =>
      clauseIds.includes(clauseId) && readings.some(({ effect }) => effect.kind === 'boundary'),
  )
  if (!question) return { isInclusive: null, open: null }
  const reading = readingOf(question.id)
  const effect = question.readings.find(({ key }) => key === reading)?.effect
  if (!effect) return { isInclusive: true, open: question.id }
  return { isInclusive: effect.kind === 'boundary' ? effect.inclusive : null, open: null }
}

/** Less than a full step costs nothing. */
function isAStepAway({ from, side, step }: LinearAmount, measured: Rational): boolean {
  if (from === null) return compareRational(measured, step) >= 0
  if (side === 'below') return compareRational(measured, subtract(from, step)) <= 0
  return compareRational(measured, subtract(from, { ...step, numerator: -step.numerator })) >= 0
}

function holds({ min, minInclusive, max, maxInclusive }: Tier, measured: Rational): boolean {
  return (
    (min === null || compares(measured, minInclusive ? '>=' : '>', min)) &&
    (max === null || compares(measured, maxInclusive ? '<=' : '<', max))
  )
}

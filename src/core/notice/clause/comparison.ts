import { compareRational, parseDecimal, type Rational } from '../../kernel/rational.ts'
import type { Comparison } from '../../rubric/condition.ts'
import type { BandPhrase, ComparePhrase, Figure, Phrase } from '../phrases/phrase.ts'

/** One side or both of a metric that a wording bounds. `isDuty`: it says what must be, so a breach is the opposite. */
export interface Bound {
  readonly op: Comparison
  readonly value: Rational
  readonly unit: string
  readonly isDuty: boolean
  readonly isScale: boolean
  readonly phrase: Phrase
}

export interface Bounds {
  readonly low: Edge | null
  readonly high: Edge | null
  readonly unit: string
}

interface Edge {
  readonly value: Rational
  readonly inclusive: boolean
}

export function boundOf(phrase: Phrase & ComparePhrase, after: string, before = ''): Bound | null {
  const value = numberOf(phrase.number)
  if (value === null || /平均|均值|上年|去年|同期/.test(phrase.filler)) return null
  const isLate =
    phrase.suffix?.within === true &&
    (/(?:未|没有?|不)能?[在于][^,;。]{0,6}$/.test(before) ||
      /^[^,;。]{0,16}?(?:未|没|不|无)/.test(after.replace(/^,/, '')) ||
      /[,;][^,;。]{0,4}(?:逾期|超时|超期|超过时限|延迟)/.test(after))
  return {
    op: isLate ? '>' : printedOp(phrase, value),
    value,
    unit: phrase.unit,
    isDuty: (phrase.duty || phrase.suffix?.within === true) && !isLate,
    isScale:
      /^(?:星|级|等|档|类|颗)$/.test(phrase.unit) &&
      phrase.suffix !== null &&
      phrase.suffix.note === '' &&
      !phrase.suffix.within,
    phrase,
  }
}

function printedOp(phrase: ComparePhrase, value: Rational): Comparison {
  const { suffix, op } = phrase
  if (suffix?.within === true) return suffix.note === 'exclusive' ? '<' : '<='
  if (suffix?.note === 'exclusive' && op === '>=') return '>'
  if (suffix?.note === 'exclusive' && op === '<=') return '<'
  if (suffix?.note === 'inclusive' && op === '>' && suffix.up === null) return '>='
  if (suffix?.note === 'inclusive' && op === '<' && suffix.up === null) return '<='
  const isWhole = op === '=' && phrase.unit === '%' && compareRational(value, { numerator: 100, denominator: 1 }) === 0
  return isWhole ? '>=' : op
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '<' }

/** What a breach of a requirement is: not fewer than 80 turns into fewer than 80. */
export function opposite(bound: Bound): Bound {
  return { ...bound, op: OPPOSITE[bound.op], isDuty: false }
}

/** 80%(含)至100%: where one side says that it is included, the other is not. */
function isIncluded(own: BandPhrase['lowNote'], other: BandPhrase['lowNote']): boolean {
  return own === 'inclusive' || (own === '' && other !== 'inclusive')
}

/** A band of one metric: printed as one (70%-85%), or as a lower and an upper bound side by side. */
export function bandOf(bounds: readonly Bound[], printed: (Phrase & BandPhrase) | null): Bounds | null {
  if (printed) {
    const low = numberOf(printed.low)
    const high = numberOf(printed.high)
    if (low === null || high === null || compareRational(low, high) > 0) return null
    return {
      low: { value: low, inclusive: isIncluded(printed.lowNote, printed.highNote) },
      high: { value: high, inclusive: isIncluded(printed.highNote, printed.lowNote) },
      unit: printed.unit,
    }
  }
  const [first, second] = bounds
  if (!first || bounds.length > 2 || (second && second.unit !== first.unit && first.unit && second.unit)) return null
  const sides = bounds.map(sideOf)
  const low = sides.find((side) => side.low)?.low ?? null
  const high = sides.find((side) => side.high)?.high ?? null
  if (second && (low === null || high === null)) return null
  return { low, high, unit: first.unit || (second?.unit ?? '') }
}

function sideOf(bound: Bound): Pick<Bounds, 'low' | 'high'> {
  const side = { value: bound.value, inclusive: bound.op.includes('=') }
  if (bound.op === '=') return { low: side, high: side }
  return bound.op.startsWith('>') ? { low: side, high: null } : { low: null, high: side }
}

export function numberOf(figure: Figure): Rational | null {
  return parseDecimal(figure.value)
}

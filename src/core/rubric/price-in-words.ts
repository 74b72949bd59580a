import { formatPoints } from '../kernel/points.ts'
import { formatRational, type Rational } from '../kernel/rational.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Amount, Tier } from './amount.ts'
import type { Clause } from './clause.ts'
import type { CapTerms, ClauseTerms, Direction } from './clause-terms.ts'

/** What is said of a price: all of a clause, or only what a correction is about. */
export type Worded = ClauseTerms & Partial<Pick<Clause, 'discretionary' | 'scope' | 'floor' | 'beyondCap'>>

/** The price of a clause as one Chinese phrase of ours, never the notice's wording: `每项每人次扣0.5分`. */
export function priceInWords(clause: Worded): string {
  const { floor = null } = clause
  if (clause.direction === 'veto') return '一票否决'
  if (clause.direction === 'zero') return `${REACH[clause.scope ?? 'item']}不得分`
  const each = clause.per.map((unit) => `每${unit}`).join('')
  return [
    `${each}${amountInWords(clause.amount, VERBS[clause.direction])}`,
    ...(clause.perSpan === null ? [] : [`按${clause.perSpan}`]),
    ...(needsDecision(clause) ? ['由人裁量'] : []),
    ...(clause.cap === null ? [] : [capInWords(clause.cap, clause.direction)]),
    ...(floor === null ? [] : [`${REACH[floor]}扣完为止`]),
    ...(clause.beyondCap ? ['可超出本项分值'] : []),
  ].join('，')
}

const VERBS: Readonly<Record<Exclude<Direction, 'zero' | 'veto'>, string>> = { deduct: '扣', bonus: '加', earn: '得' }
const REACH: Readonly<Record<Clause['scope'], string>> = { item: '本项', section: '本部分', total: '全部' }

function needsDecision({ amount, discretionary = false }: Worded): boolean {
  return discretionary || amount.kind === 'range'
}

function amountInWords(amount: Amount, verb: string): string {
  switch (amount.kind) {
    case 'fixed':
      return `${verb}${formatPoints(amount.points)}分`
    case 'range':
      return `${verb}${formatPoints(amount.min)}–${formatPoints(amount.max)}分`
    case 'linear': {
      const side = amount.side === 'below' ? '低于' : '高于'
      const from = amount.from === null ? '' : `${side}${quantity(amount.from, amount.unit)}后`
      return `${from}每${quantity(amount.step, amount.unit)}${verb}${formatPoints(amount.points)}分`
    }
    case 'tiers':
      return `分档${verb}分：${amount.tiers.map((tier) => tierInWords(tier, amount.unit ?? '')).join('；')}`
    case 'ordered':
      return `按等级${verb}分：${amount.levels.map((level, place) => `${level}${formatPoints(amount.points[place] ?? 0)}分`).join('、')}`
    case 'ratio':
      return `按比例${verb}分，满分${formatPoints(amount.points)}分`
    case 'multiplied':
      return `按${amount.of === null ? '原定分值' : `${amount.of}的分值`}的${formatRational(amount.times)}倍${verb}分`
    case 'full':
      return `${verb}本项全部分值`
    case 'unspecified':
      return `${verb}分，未写分值`
    default:
      return unreachable(amount)
  }
}

function tierInWords({ min, minInclusive, max, maxInclusive, points }: Tier, unit: string): string {
  const low = min === null ? '' : `${minInclusive ? '≥' : '>'}${quantity(min, unit)}`
  const high = max === null ? '' : `${maxInclusive ? '≤' : '<'}${quantity(max, unit)}`
  const band = [low, high].filter((bound) => bound !== '').join('且') || '其余'
  return `${band}为${points === 'full' ? '满' : formatPoints(points)}分`
}

function capInWords(cap: CapTerms, direction: Direction): string {
  if (cap.kind === 'none') return '不设上限'
  const verb = direction === 'deduct' ? '最多扣' : '最多加'
  const limit = `${verb}${formatPoints(cap.points)}分`
  switch (cap.over.kind) {
    case 'clause':
      return limit
    case 'item':
    case 'section':
      return `${REACH[cap.over.kind]}${limit}`
    case 'period':
    case 'object':
      return `每${cap.over.word}${limit}`
    default:
      return unreachable(cap.over)
  }
}

export function quantity(value: Rational, unit: string): string {
  const figure = formatRational(value)
  return unit === '%' ? `${figure}%` : `${figure}${unit}`
}

import { parsePoints, type Points } from '../../kernel/points.ts'
import type { Amount } from '../../rubric/amount.ts'
import type { Figure, PricePhrase } from '../phrases/phrase.ts'
import type { PriceSite } from './price-site.ts'

/** The amount of one printed price, and what is wrong with its digits. */
export interface PricedAmount {
  readonly amount: Amount
  readonly isDamaged: boolean
  readonly isReversed: boolean
}

export function amountOfPrice(phrase: PricePhrase, site: PriceSite, text: string, evidence: string): PricedAmount {
  const isDamaged = phrase.numbers.some((number) => number.damaged)
  const all = phrase.numbers.map(pointsOf)
  if (all.some((points) => points === null)) return unspecified(true)
  const values = all.filter((points) => points !== null)
  const [first, second] = values
  if (first === undefined) return unspecified(false)
  if (phrase.form === 'upto') return priced({ kind: 'range', min: 0 as Points, max: first }, isDamaged)
  if (phrase.form === 'list') return priced(ordered(values, site, text), isDamaged)
  if (phrase.form === 'range' && second !== undefined) return rangeOf(first, second, phrase, site, text, isDamaged)
  const lost = phrase.signed ? lostDash(phrase.numbers[0], evidence) : null
  if (lost) return priced({ kind: 'range', min: lost[0], max: lost[1] }, true)
  return priced({ kind: 'fixed', points: first }, isDamaged)
}

function priced(amount: Amount, isDamaged: boolean): PricedAmount {
  return { amount, isDamaged, isReversed: false }
}

function unspecified(isDamaged: boolean): PricedAmount {
  return { amount: { kind: 'unspecified' }, isDamaged, isReversed: false }
}

function pointsOf(figure: Figure): Points | null {
  return parsePoints(figure.value)
}

function rangeOf(
  first: Points,
  second: Points,
  phrase: PricePhrase,
  site: PriceSite,
  text: string,
  isDamaged: boolean,
): PricedAmount {
  if (phrase.share !== '') {
    const steps = stepsOf(first, second)
    const levels = levelsOf(site, text, steps.length)
    if (steps.length > 0 && levels.length === steps.length)
      return priced({ kind: 'ordered', levels, points: steps }, isDamaged)
  }
  const isReversed = first > second
  const [min, max] = isReversed ? [second, first] : [first, second]
  return { amount: { kind: 'range', min, max }, isDamaged, isReversed }
}

/** 3至1分 over three ranks is 3, 2, 1. */
function stepsOf(first: Points, second: Points): Points[] {
  const count = Math.abs(first - second) / 100 + 1
  if (!Number.isInteger(count) || count > 20) return []
  const sign = first < second ? 100 : -100
  return Array.from({ length: count }, (_, step) => (first + sign * step) as Points)
}

function ordered(points: readonly Points[], site: PriceSite, text: string): Amount {
  const levels = levelsOf(site, text, points.length)
  return {
    kind: 'ordered',
    levels: levels.length === points.length ? levels : points.map((_, at) => `第${at + 1}档`),
    points,
  }
}

const HAN = '一二三四五六七八九十'

/** The levels that a list of prices is for: 前3名, 第1至3名, 区、市、省; empty where they cannot be told. */
function levelsOf(site: PriceSite, text: string, count: number): string[] {
  const wording = text.slice(site.start, site.phrase.start)
  const front =
    /前([0-9]{1,2}|[一二三四五六七八九十])(?:名|位)|第?[1一](?:名|位)?(?:-|至|到|~|—)第?([0-9]{1,2}|[一二三四五六七八九十])名/.exec(
      wording,
    )
  const ranks = front?.[1] ?? front?.[2]
  if (ranks !== undefined) {
    const number = HAN.includes(ranks) ? HAN.indexOf(ranks) + 1 : Number(ranks)
    if (number === count) return Array.from({ length: count }, (_, at) => `第${at + 1}名`)
  }
  const runs = wording.match(/[^,;。()的、]{1,12}(?:[、/][^,;。()的、]{1,12})+/g) ?? []
  for (const run of runs.toReversed()) {
    const parts = run
      .split(/[、/]/)
      .map((part) => part.replace(/^.*(?:被评为|评为|评定为|荣获|获得|获|被|受到|受|在|为)/, ''))
    if (parts.length === count) return parts
    const split = parts.flatMap((part) => (/^[省市县区镇]{2,}$/.test(part) ? [...part] : [part]))
    if (split.length === count) return split
  }
  return []
}

/**
 * -25分/次 in a table whose other rows say -12分/次 or -510分/次: the dash of 2-5 was lost. Needs such evidence from the
 * cells beside; a lone -25分 stays 25.
 */
function lostDash(figure: Figure | undefined, evidence: string): readonly [Points, Points] | null {
  const split = figure && splitDigits(figure.value)
  if (!split) return null
  const others = evidence.match(/[-−](\d{2,4})分/g) ?? []
  const alike = others.filter((other) => splitDigits(other.replace(/\D/g, '')) !== null)
  return alike.length > 0 && alike.length === others.length ? split : null
}

function splitDigits(digits: string): readonly [Points, Points] | null {
  if (!/^\d{2,4}$/.test(digits)) return null
  for (let at = 1; at < digits.length; at += 1) {
    const low = parsePoints(digits.slice(0, at))
    const high = parsePoints(digits.slice(at))
    if (low !== null && high !== null && digits[at] !== '0' && low < high && high <= low * 5) return [low, high]
  }
  return null
}

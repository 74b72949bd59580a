import { parsePoints, type Points } from '../../kernel/points.ts'
import { parseDecimal } from '../../kernel/rational.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Amount } from '../../rubric/amount.ts'
import type { Direction } from '../../rubric/clause.ts'
import type { Condition } from '../../rubric/condition.ts'
import type { Phrase } from '../phrases/phrase.ts'
import { amountOfPrice } from './amount-of-price.ts'
import { readLimits } from './caps.ts'
import type { ClauseContext, ClauseDraft, ClauseMarks } from './clause-draft.ts'
import { readCounting, type Counting } from './counting.ts'
import { linearAmount } from './linear-amount.ts'
import { readModifiers } from './modifiers.ts'
import type { BoundedSite } from './bounded-site.ts'
import { referenceIn } from './reference.ts'
import { tiersOf, type PricedBand } from './tiers.ts'

interface Priced {
  readonly direction: Direction
  readonly amount: Amount
  readonly marks: Partial<ClauseMarks>
  readonly multiplies?: number
  readonly per?: readonly string[]
}

/** One draft from one price, or from the bands of one metric. `earlier` are the drafts before it, for 加倍. */
export function draftClause(
  group: readonly BoundedSite[],
  earlier: readonly ClauseDraft[],
  phrases: readonly Phrase[],
  text: string,
  context: ClauseContext,
): ClauseDraft | null {
  const first = group[0]
  const last = group.at(-1)
  if (!first || !last) return null
  const { site, bounds, before } = first
  const counting = readCounting(site, before, text)
  const wording = text.slice(site.start, site.phrase.start)
  const priced = group.length > 1 ? priceBands(group, text) : priceOne(first, counting, earlier, phrases, text, context)
  const isLinear = priced.amount.kind === 'linear'
  const isWhole = priced.direction === 'zero' || priced.direction === 'veto'
  const takesThreshold = group.length === 1 && !isLinear && !counting.isShortfall && bounds.threshold !== null
  const conditions: Condition[] = [
    ...(takesThreshold && bounds.threshold ? [bounds.threshold] : []),
    ...(bounds.isOtherwise ? [{ kind: 'otherwise', antecedents: bounds.antecedents } as const] : []),
    ...cumulativeOf(site.condition, text),
    ...readModifiers(wording),
  ]
  const { cap, floor } = readLimits(last.site.tail, text)
  const adds =
    site.phrase.type === 'price' &&
    (site.phrase.adds || /加扣|同时/.test(text.slice(site.phrase.start, site.phrase.end)))
  const isBeyond =
    adds &&
    (/累计扣|不得分|追加扣除|扣完/.test(wording) || /追加扣除|另行扣/.test(text.slice(site.phrase.start, site.end)))
  return {
    direction: priced.direction,
    amount: priced.amount,
    per: isWhole ? [] : (priced.per ?? counting.per),
    perSpan: counting.perSpan,
    discretionary: isDiscretionary(first, wording, text),
    conditions,
    scope: scopeOf(first, isBeyond),
    cap,
    floor,
    beyondCap: isBeyond,
    start: site.start,
    end: last.site.end,
    standing: { kind: 'scored' },
    multiplies: priced.multiplies ?? null,
    marks: {
      wording,
      isReversed: false,
      lacksUnit:
        counting.lacksUnit ||
        (site.phrase.type === 'price' &&
          (site.phrase.missing === 'verb' || (site.phrase.missing === 'fen' && !site.phrase.signed))),
      lacksAmount: false,
      adds,
      subject: site.phrase.type === 'price' ? site.phrase.subject : '',
      antecedents: bounds.antecedents,
      reference: null,
      bands: scaleFlaw(group),
      ...priced.marks,
      isDamaged:
        (priced.marks.isDamaged ?? false) || group.some(({ site: { condition } }) => condition.some(isDamagedPhrase)),
    },
  }
}

function priceOne(
  { site }: BoundedSite,
  counting: Counting,
  earlier: readonly ClauseDraft[],
  phrases: readonly Phrase[],
  text: string,
  context: ClauseContext,
): Priced {
  const { phrase } = site
  switch (phrase.type) {
    case 'price': {
      const evidence = context.neighbour ?? ''
      const { amount, ...damage } = amountOfPrice(phrase, site, text, evidence)
      const marks = { ...damage, lacksAmount: phrase.form === 'none' }
      if (counting.slope && amount.kind === 'fixed')
        return {
          direction: phrase.direction,
          amount: linearAmount(amount.points, counting.slope, site, phrases, context.neighbour),
          marks,
        }
      return { direction: phrase.direction, amount, marks }
    }
    case 'full':
      return {
        direction: phrase.direction === 'deduct' ? 'zero' : phrase.direction,
        amount: { kind: 'full' },
        marks: {},
      }
    case 'nought':
      return isWholeResult(text.slice(site.start, phrase.end))
        ? { direction: 'veto', amount: { kind: 'full' }, marks: {} }
        : { direction: 'zero', amount: { kind: 'full' }, marks: {} }
    case 'veto':
      return { direction: 'veto', amount: { kind: 'full' }, marks: {} }
    case 'ratio': {
      const printed = phrase.number?.value ?? context.itemPoints
      const points = printed === null ? fullEarning(earlier) : parsePoints(printed)
      const amount: Amount = points === null ? { kind: 'unspecified' } : { kind: 'ratio', points }
      const isDamaged = phrase.damaged || (phrase.number?.damaged ?? false)
      return { direction: phrase.direction, amount, marks: { isDamaged, lacksAmount: points === null } }
    }
    case 'multiplied':
      return multiplied(phrase.times, phrase.direction, earlier, text.slice(site.start, site.end), counting)
    case 'unpriced': {
      const reference = referenceIn(text.slice(site.start, site.end))
      const hasPart = counting.slope !== null
      return {
        direction: phrase.direction ?? 'deduct',
        amount: { kind: 'unspecified' },
        marks: { lacksAmount: reference === null, reference },
        ...(hasPart ? { per: [] } : {}),
      }
    }
    default:
      return unreachable(phrase)
  }
}

/** 考核总分记为0分: what is set to nothing is the result, not an item. */
function isWholeResult(wording: string): boolean {
  return /总分|总成绩|考核结果|考核成绩|考核得分(?:为|记|计)/.test(wording)
}

/** 完成的得10分,未完成的按比例计分: the share is of what the price before it gives in full. */
function fullEarning(earlier: readonly ClauseDraft[]): Points | null {
  const full = earlier.find((draft) => draft.direction === 'earn' && draft.amount.kind === 'fixed')
  return full?.amount.kind === 'fixed' ? full.amount.points : null
}

/** 加倍扣分 of the price before it, in points, with that price's unit; unspecified where none stands before. */
function multiplied(
  times: string,
  direction: Priced['direction'] | null,
  earlier: readonly ClauseDraft[],
  wording: string,
  counting: Counting,
): Priced {
  const at = earlier.findLastIndex(({ amount: { kind } }) => kind === 'fixed' || kind === 'range' || kind === 'ordered')
  const base = earlier[at]
  const factor = parseDecimal(times)
  if (!base || factor === null) {
    const reference = referenceIn(wording) ?? (/标准/.test(wording) ? wording : null)
    return {
      direction: direction ?? 'deduct',
      amount: { kind: 'unspecified' },
      marks: { lacksAmount: reference === null, reference },
    }
  }
  const scale = (points: Points) => Math.round((points * factor.numerator) / factor.denominator) as Points
  const amount: Amount =
    base.amount.kind === 'range'
      ? { kind: 'range', min: scale(base.amount.min), max: scale(base.amount.max) }
      : base.amount.kind === 'fixed'
        ? { kind: 'fixed', points: scale(base.amount.points) }
        : base.amount.kind === 'ordered'
          ? { ...base.amount, points: base.amount.points.map(scale) }
          : { kind: 'unspecified' }
  const isSame = times === '1'
  return {
    direction: isSame && direction ? direction : base.direction,
    amount,
    marks: {},
    multiplies: at,
    per: isSame ? counting.per : base.per,
  }
}

function priceBands(group: readonly BoundedSite[], text: string): Priced {
  const bands: PricedBand[] = []
  let isDamaged = false
  for (const { site, bounds } of group) {
    const previous = bands.at(-1)?.bounds
    const rest = previous?.low
      ? { low: null, high: { value: previous.low.value, inclusive: !previous.low.inclusive }, unit: previous.unit }
      : null
    const band = bounds.band ?? rest
    if (band === null) continue
    const { phrase } = site
    const read = phrase.type === 'price' ? amountOfPrice(phrase, site, text, '') : null
    isDamaged ||= read?.isDamaged ?? false
    const points =
      read === null
        ? 0
        : read.amount.kind === 'fixed'
          ? read.amount.points
          : read.amount.kind === 'range'
            ? read.amount.max
            : 0
    bands.push({ bounds: band, points: phrase.type === 'full' ? 'full' : (points as Points) })
  }
  const { tiers, flaws } = tiersOf(bands)
  const first = group.find(({ site }) => site.phrase.type !== 'nought')?.site.phrase
  const direction = first?.type === 'price' ? first.direction : 'earn'
  const metric = group[0]?.bounds.metric ?? ''
  return {
    direction,
    amount: { kind: 'tiers', metric: metric || null, unit: group[0]?.bounds.band?.unit || null, tiers },
    marks: { isDamaged, bands: flaws },
  }
}

function cumulativeOf(condition: readonly Phrase[], text: string): Condition[] {
  return condition.flatMap((phrase) => {
    if (phrase.type !== 'cumulative') return []
    const points = parsePoints(phrase.number.value)
    return points === null
      ? []
      : [{ kind: 'cumulative-loss' as const, points, phrase: text.slice(phrase.start, phrase.end) }]
  })
}

function isDiscretionary({ site }: BoundedSite, wording: string, text: string): boolean {
  const { phrase } = site
  if (phrase.type === 'price' && (phrase.discretion !== '' || phrase.form === 'upto')) return true
  if (phrase.type === 'unpriced') return true
  return /酌情|视[^,;。]{0,10}(?:情况|情节|程度|后果|成效|时长|轻重|大小|影响)|根据[^,;。]{0,10}(?:情况|情节|程度|成效)|情节/.test(
    wording + text.slice(phrase.start, phrase.end),
  )
}

function scopeOf({ site }: BoundedSite, isBeyond: boolean): ClauseDraft['scope'] {
  if (site.phrase.type === 'veto' || isBeyond) return 'total'
  return site.phrase.type === 'nought' ? site.phrase.scope : 'item'
}

function scaleFlaw(group: readonly BoundedSite[]): ClauseMarks['bands'] {
  return group.length === 1 && group[0]?.bounds.bounds.some((bound) => bound.isScale) ? ['scale-boundary'] : []
}

function isDamagedPhrase(phrase: Phrase): boolean {
  if (phrase.type === 'each') return phrase.count?.damaged ?? false
  return (phrase.type === 'compare' || phrase.type === 'count') && phrase.number.damaged
}

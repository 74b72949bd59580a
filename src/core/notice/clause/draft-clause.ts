import { parsePoints } from '../../kernel/points.ts'
import type { Condition } from '../../rubric/condition.ts'
import type { Phrase } from '../phrases/phrase.ts'
import type { BoundedSite } from './bounded-site.ts'
import { readLimits } from './caps.ts'
import type { ClauseContext, ClauseDraft, ClauseMarks } from './clause-draft.ts'
import { readCounting } from './counting.ts'
import { readModifiers } from './modifiers.ts'
import { priceBands } from './price-bands.ts'
import { priceLevels } from './price-levels.ts'
import { priceOne } from './price-one.ts'

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
  const priced =
    group.length === 1
      ? priceOne(first, counting, earlier, phrases, text, context)
      : bounds.band === null
        ? priceLevels(group, text)
        : priceBands(group, text, context)
  const isLinear = priced.amount.kind === 'linear'
  const isWhole = priced.direction === 'zero' || priced.direction === 'veto'
  const takesThreshold =
    group.length === 1 &&
    !isLinear &&
    !counting.isShortfall &&
    !isMet(bounds, counting.per, text) &&
    bounds.threshold !== null
  const conditions: Condition[] = [
    ...(takesThreshold && bounds.threshold ? [bounds.threshold] : []),
    ...(bounds.isOtherwise ? [{ kind: 'otherwise', antecedents: bounds.antecedents } as const] : []),
    ...cumulativeOf(site.condition, text),
    ...readModifiers(wording, priced.direction),
  ]
  const { cap, floor } = readLimits(last.site.tail, text)
  const adds =
    site.phrase.type === 'price' &&
    (site.phrase.adds || /加扣|同时/.test(text.slice(site.phrase.start, site.phrase.end)))
  const price = text.slice(site.phrase.start, site.phrase.end)
  const isBeyond =
    /[从在]总(?:分|成绩|得分|评分)中/.test(price) ||
    (adds && (/累计扣|不得分|追加扣除|扣完/.test(wording) || /追加扣除|另行扣/.test(price)))
  return {
    direction: priced.direction,
    amount: priced.amount,
    per: isWhole ? [] : (priced.per ?? counting.per),
    perSpan: counting.perSpan ?? (priced.direction === 'bonus' && /全年|年度内|一年内/.test(wording) ? '年' : null),
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
        (site.phrase.type === 'price' && text.slice(0, site.phrase.start).endsWith('每')) ||
        (site.phrase.type === 'price' &&
          (site.phrase.missing === 'verb' || (site.phrase.missing === 'fen' && !site.phrase.signed))),
      lacksAmount: false,
      adds,
      subject: site.phrase.type === 'price' ? site.phrase.subject : '',
      antecedents: bounds.antecedents,
      reference: null,
      bands: scaleFlaw(group, text),
      ...priced.marks,
      isDamaged:
        (priced.marks.isDamaged ?? false) || group.some(({ site: { condition } }) => condition.some(isDamagedPhrase)),
    },
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

function scaleFlaw(group: readonly BoundedSite[], text: string): ClauseMarks['bands'] {
  return group.length === 1 &&
    group[0]?.bounds.bounds.some((bound) => bound.isScale || (bound.unit === '分' && /[五十]分制/.test(text)))
    ? ['scale-boundary']
    : []
}

function isDamagedPhrase(phrase: Phrase): boolean {
  if (phrase.type === 'each') return phrase.count?.damaged ?? false
  return (phrase.type === 'compare' || phrase.type === 'count') && phrase.number.damaged
}

/** 按每村不少于2名核定,有缺额的每名扣0.3分: a duty that is counted in the price's own unit is no threshold of it. */
function isMet({ bounds, isOtherwise }: BoundedSite['bounds'], per: readonly string[], text: string): boolean {
  const [bound] = bounds
  if (!bound?.isDuty || isOtherwise || !per.includes(bound.unit)) return false
  return /^(?:不[少低]于|不得[少低]于|至少)/.test(text.slice(bound.phrase.start))
}

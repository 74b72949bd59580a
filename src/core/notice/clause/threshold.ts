import type { RunningCount, Threshold } from '../../rubric/condition.ts'
import type { BandPhrase, ComparePhrase, Phrase } from '../phrases/phrase.ts'
import { parsePhrases } from '../phrases/parse-phrases.ts'
import { bandOf, boundOf, opposite, type Bound, type Bounds } from './comparison.ts'
import type { PriceSite } from './price-site.ts'

/** What the numbers before a price say: one threshold, a band, or (several conditions sharing a price) neither. */
export interface SiteBounds {
  readonly threshold: Threshold | RunningCount | null
  readonly band: Bounds | null
  readonly bounds: readonly Bound[]
  readonly metric: string
  readonly isOtherwise: boolean
  readonly antecedents: readonly string[]
}

type Comparing = Phrase &
  (
    | ComparePhrase
    | BandPhrase
    | { readonly type: 'ordinal'; readonly value: string; readonly more: boolean; readonly unit: string }
  )

/**
 * `text` and `phrases` are the whole text, for a requirement of an earlier sentence; `neighbour` is the cell beside.
 * A requirement fires its breach when 否则 or 达不到的 stands between it and the price.
 */
export function readBounds(
  site: PriceSite,
  phrases: readonly Phrase[],
  text: string,
  neighbour: string | null,
): SiteBounds {
  const otherwise = site.condition.findLastIndex((phrase) => phrase.type === 'otherwise')
  const unmet = site.condition.findLastIndex((phrase) => phrase.type === 'unmet')
  const turn = Math.max(otherwise, unmet)
  const spoken = site.condition.slice(site.condition.findLastIndex((phrase) => isSpared(phrase, text)) + 1)
  const all = comparing(spoken).flatMap((phrase) => boundsOf(phrase, text, site))
  const bounds = all.length > 1 ? lastOrdinal(all.filter((bound) => !isWindow(bound))) : all
  const cumulative = site.condition.find((phrase) => phrase.type === 'cumulative')
  const own =
    turn < 0
      ? bounds
      : bounds.map((bound) => (bound.phrase.start < (site.condition[turn]?.start ?? 0) ? opposite(bound) : bound))
  const used = own.length > 0 || turn < 0 || otherwise >= 0 ? own : fromElsewhere(site, phrases, text, neighbour)
  const printed = comparing(site.condition).find((phrase) => phrase.type === 'band') ?? null
  const metric = metricOf(site, used, text)
  return {
    threshold:
      cumulative?.type === 'cumulative' ? null : single(used, site, metric, isShared(site, used, otherwise, text)),
    band: bandOf(used, printed?.type === 'band' ? printed : null),
    bounds: used,
    metric,
    isOtherwise: otherwise >= 0,
    antecedents: otherwise < 0 ? [] : antecedentsOf(site, otherwise, text),
  }
}

function comparing(phrases: readonly Phrase[]): Comparing[] {
  let depth = 0
  const found: Comparing[] = []
  for (const phrase of phrases) {
    if (phrase.type === 'open') depth += 1
    else if (phrase.type === 'close') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (phrase.type === 'compare' || phrase.type === 'band' || phrase.type === 'ordinal'))
      found.push(phrase)
  }
  return found
}

function boundsOf(phrase: Comparing, text: string, site: PriceSite): Bound[] {
  if (phrase.type === 'band') return []
  if (phrase.type === 'ordinal') {
    if (!/^(?:次|例|件|起|回|人次|个)$/.test(phrase.unit)) return []
    const value = { numerator: Number(phrase.value), denominator: 1 }
    return Number.isSafeInteger(value.numerator)
      ? [{ op: phrase.more ? '>=' : '=', value, unit: phrase.unit, isDuty: false, isScale: false, phrase }]
      : []
  }
  if (/[×*÷xX]$/.test(text.slice(0, phrase.start))) return []
  const bound = boundOf(phrase, text.slice(phrase.end, site.phrase.start), text.slice(0, phrase.start))
  return bound === null ? [] : [bound]
}

/** 每月不低于20条。未达到上述数量的,…: the requirement stands in an earlier sentence, or in the cell beside. */
function fromElsewhere(site: PriceSite, phrases: readonly Phrase[], text: string, neighbour: string | null): Bound[] {
  const earlier = phrases.filter((phrase) => phrase.end <= site.start)
  const bounds = comparing(earlier).flatMap((phrase) => boundsOf(phrase, text, site))
  const last = bounds.at(-1)
  if (last) return [opposite(last)]
  if (neighbour === null) return []
  const beside = comparing(parsePhrases(neighbour)).flatMap((phrase) =>
    phrase.type === 'compare' ? [boundOf(phrase, '')].filter((bound) => bound !== null) : [],
  )
  return beside.length === 1 && beside[0] ? [opposite(beside[0])] : []
}

function single(
  bounds: readonly Bound[],
  site: PriceSite,
  metric: string,
  shared: boolean,
): Threshold | RunningCount | null {
  const [bound, second] = bounds
  if (!bound || second || shared) return null
  const kind = bound.phrase.type === 'ordinal' || isRunning(bound, site, metric) ? 'running-count' : 'threshold'
  return { kind, metric, op: bound.op, value: bound.value, unit: bound.unit }
}

function isRunning(bound: Bound, site: PriceSite, metric: string): boolean {
  const isCounted = site.condition.some((phrase) => phrase.type === 'each' && phrase.unit === bound.unit)
  return (
    (isCounted || (/^(?:次|例|件|起)$/.test(bound.unit) && (!bound.isDuty || /累计/.test(metric)))) &&
    !site.condition.some((phrase) => phrase.type === 'otherwise' || phrase.type === 'unmet')
  )
}

/** The wording that the number measures: what stands before it, or after it where nothing does. */
function metricOf(site: PriceSite, bounds: readonly Bound[], text: string): string {
  const [bound] = bounds
  if (!bound) return ''
  const before = text.slice(Math.min(site.start, bound.phrase.start), bound.phrase.start)
  const clean = (before.split(/[,;:。\n\t(]/).at(-1) ?? '').replace(
    /^(?:如|若|因|有|其|每)|(?:的|在|为|达|应|须|经核实)+$/g,
    '',
  )
  if (clean) return clean
  const after = text.slice(bound.phrase.end, site.phrase.start)
  return (after.split(/[,;。]/)[0] ?? '').replace(/^的|的$/g, '')
}

/** The requirements before 否则, each a segment of its own; a heading word or an echo of three signs is none. */
function antecedentsOf(site: PriceSite, otherwise: number, text: string): string[] {
  const end = site.condition[otherwise]?.start ?? site.phrase.start
  const segments = text
    .slice(site.start, end)
    .split(/[,:\t]|并且?(?=[^不非列入购联]{4})|且/)
    .map((segment) => segment.trim())
  return segments.filter((segment) => segment.length >= 5)
}

/** 首次予以提醒,第二次扣0.5分: of several ordinals the last is the price's. */
function lastOrdinal(bounds: readonly Bound[]): readonly Bound[] {
  return bounds.every(({ phrase }) => phrase.type === 'ordinal') ? bounds.slice(-1) : bounds
}

/** 一个月内达到5笔的: the window in which something is counted is no bound itself. */
function isWindow({ phrase, unit }: Bound): boolean {
  return phrase.type === 'compare' && phrase.suffix?.within === true && /月|年|季|周|学期/.test(unit)
}

/** 2次以内不扣分,从第3次起…: what is spared has no part in the price after it. */
function isSpared(phrase: Phrase, text: string): boolean {
  return phrase.type === 'unpriced' && /[不免]予?$/.test(text.slice(0, phrase.start))
}

/**
 * 不足48小时或者未标注的; 不少于1次,有照片有记录,否则: two conditions share the price, so the number is not its threshold.
 * A bare heading before the number (实行“一口受理”,…) is none.
 */
function isShared(site: PriceSite, bounds: readonly Bound[], otherwise: number, text: string): boolean {
  if (/或(?!以[上下]|等于)/.test(text.slice(site.start, site.phrase.start))) return true
  const turn = site.condition[otherwise]
  const [bound] = bounds
  if (!turn || !bound) return false
  const after = text
    .slice(bound.phrase.end, turn.start)
    .split(/[,:\t]/)
    .slice(1)
  return after.some((segment) => segment.length >= 5)
}

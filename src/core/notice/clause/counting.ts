import type { EachPhrase, Phrase } from '../phrases/phrase.ts'
import type { PriceSite } from './price-site.ts'

/** How a price is counted: its units, the recurring period around it, and the slope where one is printed. */
export interface Counting {
  readonly per: readonly string[]
  readonly perSpan: string | null
  readonly slope: EachPhrase | null
  /** 每发现扣1分: something is counted but the unit is not printed. */
  readonly lacksUnit: boolean
  /** 每少一次: the price is for the shortfall itself, so a number before it is no threshold. */
  readonly isShortfall: boolean
}

const SPANS: ReadonlySet<string> = new Set([
  '日',
  '天',
  '周',
  '星期',
  '月',
  '个月',
  '季',
  '季度',
  '半年',
  '年',
  '年度',
  '学期',
  '班次',
])
const MEASURED =
  /^(?:个?(?:天|日|工作日|自然日|月|季度|年|小时|分钟|星期|学时)|周|吨|米|公里|千米|亩|平方米|立方米|元|万元|毫米|厘米|倍)$/
const SHORTFALL = /缩短|跌|欠|提前|少|缺|低|降|减|不足|差|漏|超|多|增|升|提高|高|逾|迟|晚|延|拖/

export function readCounting(site: PriceSite, before: PriceSite | null, text: string): Counting {
  const suffix = site.phrase.type === 'price' ? site.phrase.per : []
  const segment = lastSegment(site.condition)
  const near = eachesOf(segment.inside, true)
  const far = near.length > 0 ? [] : farEaches(site.condition.slice(0, segment.from), text)
  const eaches = [...near, ...far]
  const counted = eaches.filter((each) => !isSpan(each, site))
  const slope = counted.find(isSlope) ?? null
  const units = counted.filter((each) => each !== slope).flatMap((each) => (each.unit === null ? [] : [each.unit]))
  const lacksUnit = counted.some((each) => each.unit === null)
  const bare = counted.length === 0 || lacksUnit ? bareCount(site, segment.inside, segment.from, text) : null
  const per = [...units, ...(bare === null ? [] : [bare]), ...suffix]
  const isPair = site.isPaired || (site.phrase.type === 'price' && site.phrase.paired === true)
  const carried = per.length === 0 && slope === null && isPair && before !== null && before.condition.some(isEach)
  return {
    per: carried ? readCounting(before, null, text).per : per,
    perSpan: spanOf(site),
    slope,
    lacksUnit: lacksUnit && per.length === 0,
    isShortfall: counted.some((each) => SHORTFALL.test(each.change)) || (bare !== null && isMissing(site, text)),
  }
}

function isEach(phrase: Phrase): boolean {
  return phrase.type === 'each'
}

function lastSegment(condition: readonly Phrase[]): { from: number; inside: readonly Phrase[] } {
  let from = condition.length
  while (from > 0 && !(condition[from - 1]?.type === 'stop' && isComma(condition[from - 1]))) from -= 1
  if (from === condition.length && from > 0) {
    // 缺一项,扣1分: the price itself opens its segment, what it counts ends the one before.
    from -= 1
    while (from > 0 && !isComma(condition[from - 1])) from -= 1
  }
  return { from, inside: condition.slice(from) }
}

function isComma(phrase: Phrase | undefined): boolean {
  return phrase?.type === 'stop' && phrase.rank >= 1
}

function eachesOf(phrases: readonly Phrase[], isNear: boolean): (Phrase & EachPhrase)[] {
  const last = phrases.findLastIndex((phrase) => phrase.type === 'otherwise')
  return phrases
    .slice(last + 1)
    .filter((phrase): phrase is Phrase & EachPhrase => phrase.type === 'each' && (isNear || phrase.count !== null))
}

/** 每发现一次不文明行为,造成影响的,扣1分: counted before the last comma, but never across 否则 or a requirement. */
function farEaches(condition: readonly Phrase[], text: string): (Phrase & EachPhrase)[] {
  const found = eachesOf(condition, false)
  const first = found[0]
  if (!first) return []
  return /应当?|须|要|需|不少于|不低于|至少|否则|设/.test(text.slice(first.start, condition.at(-1)?.end)) ? [] : found
}

/** A period word is a unit only where it stands at the price itself (每月扣2分) or measures a change (每晚一天). */
function isSpan(each: Phrase & EachPhrase, site: PriceSite): boolean {
  if (each.unit === null || !SPANS.has(each.unit) || each.change !== '') return false
  if (each.count !== null && each.count.value !== '1') return false
  return (
    each.end !== site.phrase.start && !(each.end === site.phrase.start - 1 && site.condition.at(-1)?.type === 'stop')
  )
}

function isSlope(each: EachPhrase): boolean {
  if (each.unit === null) return false
  const isShare = /[%‰]|百分点|个点$/.test(each.unit)
  return (
    isShare || (each.count !== null && each.count.value !== '1') || (each.change !== '' && MEASURED.test(each.unit))
  )
}

function spanOf(site: PriceSite): string | null {
  for (const phrase of site.condition)
    if (phrase.type === 'each' && isSpan(phrase, site)) return phrase.unit === '个月' ? '月' : phrase.unit
  return null
}

const REACH = 12

/** 查实一例扣1分, 缺一项,扣1分: one of something right before the price. */
function bareCount(site: PriceSite, inside: readonly Phrase[], from: number, text: string): string | null {
  for (let at = inside.length - 1; at >= 0; at -= 1) {
    const phrase = inside[at]
    if (!phrase) return null
    if (phrase.type === 'count') {
      if (phrase.number.value === '0.5' && /^[天日]$/.test(phrase.unit)) return '半天'
      if (phrase.number.value !== '1' || /^(?:[%‰分元等级档]|个?百分点)$/.test(phrase.unit)) return null
      if (site.phrase.start - phrase.end > REACH || isPartOf(text, phrase, site)) return null
      return phrase.unit
    }
    if (phrase.type === 'compare' || phrase.type === 'ordinal' || phrase.type === 'each') return null
  }
  return from < 0 ? null : null
}

/** 具备1项,得1分 beside 2项均具备: one of a known number is a condition, no unit. */
function isPartOf(text: string, count: Phrase & { type: 'count' }, site: PriceSite): boolean {
  if (text.slice(0, count.start).endsWith('第')) return true
  if (site.phrase.type !== 'price' || site.phrase.direction !== 'earn') return false
  if (/[缺少漏]$/.test(text.slice(0, count.start))) return true
  const isHeld = /(?:具备|满足|符合|达到|完成|做到|有|仅|(?:仅|只)[^,;。]{1,4})$/.test(
    text.slice(Math.max(0, count.start - 6), count.start),
  )
  const isOneOfAll = new RegExp(`[2-9二两三四五六七八九十]${count.unit}[^,;。]{0,6}(?:均|全|都)`).test(text)
  if (isOneOfAll) return true
  return (
    isHeld &&
    new RegExp(`(?:[2-9二两三四五六七八九十]|均|全部)${count.unit}?(?:均|全|都|以上)?`).test(
      text.replace(text.slice(count.start, count.end), ''),
    )
  )
}

/** 少建一份扣0.1分: the count is of what is missing. */
function isMissing(site: PriceSite, text: string): boolean {
  const isLate = /(?:逾期|超期|超时|延迟|迟报|晚)[^,;。0-9]{0,3}(?:一|1)个?(?:天|日|小时|工作日|周|月),?$/
  return (
    isLate.test(text.slice(site.start, site.phrase.start)) ||
    /(?:^|[,;。])[^,;。]{0,6}[少缺漏欠][^,;。]{0,4}(?:一|1)[^,;。]{1,8},?$/.test(
      text.slice(site.start, site.phrase.start),
    )
  )
}

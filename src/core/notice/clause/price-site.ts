import type { Phrase } from '../phrases/phrase.ts'

const SITE_TYPES = ['price', 'full', 'nought', 'veto', 'multiplied', 'unpriced', 'ratio'] as const

export type SitePhrase = Phrase & { readonly type: (typeof SITE_TYPES)[number] }

/**
 * A place where points move, with the phrases that belong to it: `condition` from the end of the price before it (or the
 * start of its sentence), `tail` the caps and floors after it. `sentence` starts after the last full stop.
 */
export interface PriceSite {
  readonly phrase: SitePhrase
  readonly index: number
  readonly condition: readonly Phrase[]
  readonly tail: readonly Phrase[]
  /** Whether only 、 stands between the price before and this wording: 每次扣3分、首席代表扣1.5分. */
  readonly isPaired: boolean
  readonly start: number
  readonly end: number
}

export function findPriceSites(text: string, printed: readonly Phrase[]): PriceSite[] {
  const phrases = printed.map((phrase, at) => verbless(printed, at) ?? phrase)
  const sites: PriceSite[] = []
  let from = 0
  for (let index = 0; index < phrases.length; index += 1) {
    const phrase = phrases[index]
    if (!phrase || !isSite(phrase) || isFalse(text, phrases, index)) continue
    const site = siteAt(phrases, index, phrase, from)
    sites.push(site, ...mirrorOf(site))
    from = index + 1 + site.tail.length
  }
  return sites
}

/** The deduction that stands under the same figure as a bonus: 加(减)0.5分. */
function mirrorOf(site: PriceSite): PriceSite[] {
  const { phrase } = site
  return phrase.type === 'price' && phrase.mirrored ? [{ ...site, phrase: { ...phrase, direction: 'deduct' } }] : []
}

/**
 * 发现一次2分。: the verb is not printed; a count right before a figure of points makes it a deduction all the same, and a
 * band of a measure (75%以上,6分) what is earned.
 */
function verbless(phrases: readonly Phrase[], at: number): Phrase | null {
  const phrase = phrases[at]
  const before = phrases[at - 1]
  const after = phrases[at + 1]
  if (phrase?.type !== 'count' || phrase.unit !== '分' || (after && after.type !== 'stop')) return null
  const inner = before?.type === 'stop' ? phrases[at - 2] : before
  const isBand = (inner?.type === 'compare' || inner?.type === 'band') && inner.unit !== '分' && inner.unit !== ''
  const isCounted =
    before?.type === 'each' || (before?.type === 'count' && before.number.value === '1' && before.unit !== '分')
  if (!isBand && !isCounted) return null
  const { start, end, number } = phrase
  return {
    type: 'price',
    start,
    end,
    direction: isBand ? 'earn' : 'deduct',
    form: 'one',
    numbers: [number],
    per: [],
    subject: '',
    missing: isBand ? '' : 'verb',
    adds: false,
    discretion: '',
    share: '',
  }
}

function isSite(phrase: Phrase): phrase is SitePhrase {
  return (SITE_TYPES as readonly string[]).includes(phrase.type)
}

function siteAt(phrases: readonly Phrase[], index: number, phrase: SitePhrase, from: number): PriceSite {
  let start = from
  for (let at = index - 1; at >= from; at -= 1) {
    const stop = phrases[at]
    if (stop?.type === 'stop' && stop.rank === 2) {
      start = at + 1
      break
    }
  }
  let isPaired = false
  while (start < index && isLeading(phrases[start])) {
    const stop = phrases[start]
    if (stop?.type === 'stop' && stop.rank === 0 && start === from && from > 0) isPaired = true
    start += 1
  }
  const tail = tailAfter(phrases, index)
  return {
    phrase,
    index,
    condition: phrases.slice(start, index),
    tail,
    isPaired,
    start: phrases[start]?.start ?? phrase.start,
    end: tail.at(-1)?.end ?? phrase.end,
  }
}

function isLeading(phrase: Phrase | undefined): boolean {
  return phrase?.type === 'stop' || phrase?.type === 'close'
}

/** Caps, floors and stops between them; ends with the last cap or floor, in brackets or not. */
function tailAfter(phrases: readonly Phrase[], index: number): Phrase[] {
  let last = index
  for (let at = index + 1; at < phrases.length && at <= index + 8; at += 1) {
    const phrase = phrases[at]
    if (!phrase) break
    if (phrase.type === 'cap' || phrase.type === 'floor' || phrase.type === 'nocap') last = at
    else if (phrase.type === 'close' && last === at - 1 && last > index) last = at
    else if (phrase.type === 'stop' ? phrase.rank === 2 : phrase.type !== 'open' && phrase.type !== 'text') break
    else if (phrase.type === 'text' && phrase.end - phrase.start > 8) break
  }
  return phrases.slice(index + 1, last + 1)
}

/** Signs and verbs that look like a price and are none: 合计100分, 不重复扣分, 得90分以上的, 扣1分折50元. */
function isFalse(text: string, phrases: readonly Phrase[], index: number): boolean {
  const phrase = phrases[index]
  if (!phrase) return true
  const before = text.slice(Math.max(0, phrase.start - 8), phrase.start)
  const after = text.slice(phrase.end, phrase.end + 8)
  if (phrase.type === 'price') {
    if (phrase.direction === 'earn') {
      if (
        /(?:合|共|总|累|小|统|审|预|估)$|[不觉]$|(?:满分|总分|基础分|基本分|基准分|标准分|权重|部分|大项|版块|板块)(?:为|是|:|共)?$/.test(
          before,
        )
      )
        return true
      if (
        /^(?:及?以[上下]|\(含|以内|者|的[,为]|为)/.test(after) ||
        (phrase.form === 'upto' && /以下/.test(text.slice(phrase.start, phrase.end)))
      )
        return true
    }
    if (/^(?:及?以上|折(?!算[,。;]|算$)|相当于|抵|等于|对应|合\d|=)/.test(after)) return true
    if (before.endsWith('每')) return /^[^,;。]*(?:元|罚|折|扣发|扣除|绩效)/.test(text.slice(phrase.end))
    if (/(?:不|免|未|参|添|重复)$/.test(before) && !/(?:被|已)$/.test(before)) return true
    if (phrase.missing === 'fen' && phrase.subject !== '') return true
    if (phrase.missing === 'fen') return isBareNumber(text, phrase, before, after)
    return phrase.direction === 'deduct' && /(?:罚款|扣款)$/.test(before)
  }
  if (phrase.type === 'unpriced') return isIdleVerb(text, phrases, index, before, after)
  if (phrase.type === 'full') return /^(?:为|是|\d|的)/.test(after) || /[不]$/.test(before)
  if (phrase.type === 'veto' && isGrade(text.slice(0, phrase.start))) return true
  if (phrase.type === 'veto' && 'barred' in phrase) return isAboutPersons(text.slice(0, phrase.start))
  return false
}

function isBareNumber(text: string, phrase: Phrase & { type: 'price' }, before: string, after: string): boolean {
  if (phrase.signed)
    return !/(?:^|[\t\n;。,])$/.test(before) || !/^(?:$|[\t\n;。,)/])/.test(after) || after.startsWith('、')
  return phrase.direction === 'earn' || after.startsWith('、') || /\d{3,}/.test(text.slice(phrase.start, phrase.end))
}

const WILLING = /其他|研究|标准|酌情|适当|斟酌|视|相应|予以|给予|追加|另|应|从重|进行|作|按比例|分档|逐项|按次|加重/

/** 扣分 without a number moves points only where the wording says that it does; 扣分标准, 不重复扣分 do not. */
function isIdleVerb(text: string, phrases: readonly Phrase[], index: number, before: string, after: string): boolean {
  const phrase = phrases[index]
  if (!phrase || phrase.type !== 'unpriced') return true
  if (phrase.direction === null || /最高[^,;。]{0,4}$/.test(before)) return true
  if (/最高|就高/.test(text.slice(phrase.start, phrase.end))) return true
  if (
    /(?:不|免|重复|只|累计|未|再|停止|取消|最高|可以不|一级|一次|不再|倒|得|的|项|可|能|不得|最高项|总|实行)$/.test(
      before,
    )
  ) {
    if (!(phrase.lead && !/(?:不|免|不得|不再|重复)$/.test(before))) return true
  }
  if (/^(?:的(?!$|[,;。)]))/.test(after)) return true
  if (phrase.direction === 'earn' && /(?:办法|方案|细则|规定|规则)[^,;。]{0,4}$/.test(before)) return true
  if (WILLING.test(phrase.lead)) return false
  if (
    /(?:研究|讨论|商定|第.{1,6}条|条款|酌情|视.{0,8}|根据.{0,10}情况|标准|规定|办法|要求|程度|比例|结果)$/.test(before)
  )
    return false
  if (phrase.direction === 'earn') return true
  const last = phrases[index - 1]
  const inner = last?.type === 'stop' && last.rank === 1 ? phrases[index - 2] : last
  return !(inner?.type === 'each' || inner?.type === 'count' || text.slice(0, inner?.end ?? 0).endsWith('的'))
}

/** 总分低于60分的,定为不合格: a grade of the total, no veto. */
function isGrade(before: string): boolean {
  return /(?:总分|得分|积分|成绩|考核)[^,;。]{0,6}\d+分(?:以下|以上)?的?[^,;。]{0,6},?[^,;。]{0,4}$/.test(
    before.split(/[;。\n]/).at(-1) ?? '',
  )
}

/** 低于85分的人员,不得推优: what a total leads to for a person is no veto of the assessment. */
function isAboutPersons(before: string): boolean {
  if (/(?:责任人|当事人|人员|个人|干部|职工)[^,;。]{0,6}(?:给予|予以|移交|,|一律)/.test(before)) return true
  return /(?:分|名)(?:以下|以上)?的[^,;。]{0,6}[,]?$/.test(before) && /低于|以下|不足|末/.test(before.slice(-24))
}

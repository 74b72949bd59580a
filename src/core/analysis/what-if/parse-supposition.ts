import { parseId, type ClauseId, type QuestionId } from '../../kernel/identifiers.ts'
import { parseDigest } from '../../ledger/chain.ts'
import { parsePoints, type Points } from '../../kernel/points.ts'
import { parseDecimal, rational, type Rational } from '../../kernel/rational.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { VERBS, WHOLE, type Decided, type Verb } from './supposition-words.ts'
import type { Supposition } from './supposition.ts'

export type ParsedSupposition =
  | { readonly ok: true; readonly supposition: Supposition }
  | { readonly ok: false; readonly why: string }

/** What `printSupposition` prints, or as a person types it: words set apart by blanks, in Chinese or English. `why` says what is wrong. */
export function parseSupposition(text: string): ParsedSupposition {
  const words = text
    .split(/[:：\s]+/u)
    .filter((word) => word !== '')
    .map(unescaped)
  if (!words.every((word) => word !== null)) return wrong('百分号后面不是一个字符的编码')
  const [first = '', second = '', ...rest] = words
  const whole = WHOLE.get(first)
  if (whole === 'closed') return second === '' ? said({ kind: 'period-closed' }) : wrong(`“${first}”后面不能再写什么`)
  if (whole === 'answer') return parseAnswer(second, rest)
  if (whole === 'price') return parsePrice(second, rest)
  if (whole === 'notice') return parseNotice(second, rest)
  const number = /^(?:第?)(\d{1,9})号?$/u.exec(first)?.[1]
  if (number === undefined || Number(number) === 0)
    return wrong(`“${first}”不是问题或加分申报的编号，也不是“口径”“改价”“通知”“周期结束”`)
  const verb = VERBS.get(second)
  if (verb === undefined)
    return wrong(`编号后面要写 ${[...VERBS.keys()].filter((word) => !/[a-z]/.test(word)).join('、')} 之一`)
  return parseAbout(verb, Number(number), rest)
}

function parseAbout(kind: Verb, number: number, words: readonly string[]): ParsedSupposition {
  const [word = '', ...more] = words
  switch (kind) {
    case 'appeal-upheld':
    case 'appeal-reversed':
    case 'finding-dismissed':
    case 'bonus-rejected':
      return word === '' ? said({ kind, number }) : wrong(`“${word}”是多出来的`)
    case 'appeal-varied':
    case 'bonus-approved': {
      const decided = parseDecided(words)
      return typeof decided === 'string' ? wrong(decided) : said({ kind, number, ...decided })
    }
    case 'finding-substantiated': {
      const isUnder = word.startsWith('@')
      const clauseId = isUnder ? parseId<ClauseId>(word.slice(1)) : null
      if (isUnder && clauseId === null) return wrong(`“${word}”里没有款号，应写成 @3.4.1 这样`)
      const decided = parseDecided(isUnder ? more : words)
      return typeof decided === 'string' ? wrong(decided) : said({ kind, number, clauseId, ...decided })
    }
    case 'amount': {
      const points = pointsIn(word)
      return points !== null && more.length === 0 ? said({ kind, number, points }) : wrong(AMOUNT)
    }
    case 'count': {
      const occurrences = countIn(word)
      return occurrences !== null && more.length === 0 ? said({ kind, number, occurrences }) : wrong(COUNT)
    }
    case 'measure': {
      const measured = measureIn(word)
      return measured !== null && more.length === 0 ? said({ kind, number, measured }) : wrong(MEASURE)
    }
    default:
      return unreachable(kind)
  }
}

const AMOUNT = '分值应是一个数，最多两位小数，如 1.5'
const COUNT = '次数应是 1 以上的整数，如 3'
const MEASURE = '实测值应是一个数或一个分数，如 71、71.5、2/3'

function parseDecided(words: readonly string[]): Decided | string {
  const [word, ...rest] = words
  const occurrences = word === undefined ? null : /^[x×]/u.test(word) || word.endsWith('次') ? countIn(word) : null
  if (word !== undefined && occurrences === null && (/^[x×]/u.test(word) || word.endsWith('次'))) return COUNT
  const [price, ...more] = occurrences === null ? words : rest
  const points = price === undefined ? null : pointsIn(price)
  if (price !== undefined && points === null) return AMOUNT
  return more.length === 0 ? { occurrences, points } : `“${more[0] ?? ''}”是多出来的`
}

function parseAnswer(question: string, [reading = '', number, ...more]: readonly string[]): ParsedSupposition {
  const questionId = parseId<QuestionId>(question)
  if (questionId === null || reading === '')
    return wrong('口径后面要写问题的编号和一种理解，如“口径 10.3/replaces-or-adds adds”')
  const points = number === undefined ? null : pointsIn(number)
  if ((number !== undefined && points === null) || more.length > 0) return wrong(AMOUNT)
  return said({ kind: 'answer', questionId, reading, points })
}

function parsePrice(clause: string, [price = '', ...more]: readonly string[]): ParsedSupposition {
  const clauseId = parseId<ClauseId>(clause)
  const [low = '', high, ...rest] = price.split(/[-–~]/u)
  const min = pointsIn(low)
  const max = high === undefined ? null : pointsIn(high)
  const isWhole = more.length === 0 && rest.length === 0
  if (clauseId === null || min === null || !isWhole || (high !== undefined && max === null))
    return wrong('改价后面要写款号和分值或幅度，如“改价 3.4.1 2”“改价 3.4.1 1-3”')
  return said({
    kind: 'price',
    clauseId,
    amount: max === null ? { kind: 'fixed', points: min } : { kind: 'range', min, max },
  })
}

function parseNotice(word: string, [more]: readonly string[]): ParsedSupposition {
  const rubricDigest = parseDigest(word)
  return rubricDigest !== null && more === undefined
    ? said({ kind: 'other-notice', rubricDigest })
    : wrong('通知后面要写一份采用过的细则的摘要，如“通知 3f2a……”，64位数字和小写字母')
}

function pointsIn(word: string): Points | null {
  return parsePoints(word.replace(/分$/u, ''))
}

function countIn(word: string): number | null {
  const digits = /^[x×]?(\d{1,6})次?$/u.exec(word)?.[1]
  return digits === undefined || Number(digits) === 0 ? null : Number(digits)
}

function measureIn(word: string): Rational | null {
  const fraction = /^(-?\d{1,9})\/(\d{1,9})$/.exec(word)
  if (fraction === null) return parseDecimal(word.replace(/[%％]$/u, ''))
  return Number(fraction[2]) === 0 ? null : rational(Number(fraction[1]), Number(fraction[2]))
}

function said(supposition: Supposition): ParsedSupposition {
  return { ok: true, supposition }
}

function wrong(why: string): ParsedSupposition {
  return { ok: false, why }
}

/** Null where a per cent sign stands before no code of a character. */
function unescaped(word: string): string | null {
  // A rate as people write it: 71%.
  if (/^[^%]*%$/.test(word)) return word
  try {
    return decodeURIComponent(word)
  } catch {
    return null
  }
}

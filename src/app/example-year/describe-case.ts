import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { FindingSource } from '../../core/ledger/ledger-event.ts'
import { antecedentsOf } from '../../core/rubric/clause-needs.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { criterionOf } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { measureText, type Particulars } from './clause-particulars.ts'

const LEADS: Readonly<Record<FindingSource, string>> = {
  inspection: '现场检查发现',
  complaint: '群众来访反映',
  rating: '“好差评”差评反映',
  hotline: '“12345”工单反映',
  'self-assessment': '中心自查发现',
  records: '业务记录比对发现',
}

export interface DescribedCase {
  readonly clause: Clause
  readonly particulars: Particulars
  readonly occurredOn: PlainDate
  readonly occurrences: number
}

export function describeFinding(rubric: Rubric, described: DescribedCase, source: FindingSource): string {
  return `${monthDay(described.occurredOn)}${LEADS[source]}：${caseText(rubric, described)}。`
}

export function describeBonus(rubric: Rubric, described: DescribedCase): string {
  return `${monthDay(described.occurredOn)}申报：${caseText(rubric, described)}。`
}

/**
 * The clause's own words without their price: `工作人员没有到岗到位，查实一例扣1分` is `工作人员没有到岗到位`. Where they
 * say too little alone (`无回执的`), what stands before them in their sentence of `text` is put in front.
 */
export function situationOf({ quote, conditions }: Clause, text: string): string {
  const otherwise = conditions.find((condition) => condition.kind === 'otherwise')
  if (otherwise && otherwise.antecedents.length > 0) return unmetText(otherwise.antecedents)
  const words = withoutPrice(quote)
  if (words.length > SHORT) return words
  const before = text.slice(0, Math.max(0, text.indexOf(quote)))
  const lead = before
    .slice(Math.max(...['；', '。', '：'].map((stop) => before.lastIndexOf(stop))) + 1)
    .replace(/^\d+、/u, '')
  return withoutTail(words ? `${lead}${words}` : lead) || quote
}

/** Words of so few characters do not say what was wrong. */
const SHORT = 5

function withoutPrice(quote: string): string {
  const price = quote.search(/(?:酌情|视情[^，]*)?(?:各|分别)?(?:扣|加|减|得|计|记|奖|[-+－＋])\s*[\d０-９]/u)
  const words = withoutTail(price >= 0 ? quote.slice(0, price) : quote)
  return words.replace(/^(?:凡|如|对)?(?:经(?:核实|查实)的?)?/u, '').trim()
}

function withoutTail(words: string): string {
  const shorter = words.replace(TAIL, '')
  return shorter === words ? words : withoutTail(shorter)
}

/** What leads over to the price and says nothing about the case: 查实一例, 每项每人次, 经审定, 每低1个百分点, 的. */
const TAIL =
  /(?:[，、；：。,;:\s]+|经审定|否则|如?经?查实|发现|(?:每|缺)?(?:每|一|1)(?:[例件次项篇个名]|人次|人)|每(?:低|高|少|多|超|差)[^，]*|的)$/u

function caseText(rubric: Rubric, { clause, particulars, occurrences }: DescribedCase): string {
  const { measured, level, unmet } = particulars
  const requirements = antecedentsOf(clause)
  const broken = unmet?.flatMap((index) => requirements[index] ?? []) ?? []
  const text = criterionOf(rubric, clause)?.text ?? clause.quote
  const words = broken.length > 0 ? unmetText(broken) : situationOf(clause, text)
  const measure = measureText(clause, measured)
  const remarks = [...(level === null ? [] : [`级别：${level}`]), ...(measure === null ? [] : [`实测 ${measure}`])]
  return `${words}${remarks.length === 0 ? '' : `（${remarks.join('，')}）`}${counted(clause, occurrences)}`
}

/** Quotation marks within quotation marks are single ones. */
function unmetText(requirements: readonly string[]): string {
  return `未做到${requirements.map((words) => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`).join('、')}`
}

function counted({ per }: Clause, occurrences: number): string {
  return occurrences > 1 ? `，共${occurrences}${per.at(-1) ?? '次'}` : ''
}

function monthDay(date: PlainDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

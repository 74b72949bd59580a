import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { FindingSource } from '../../core/ledger/ledger-event.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { antecedentsOf } from '../../core/rubric/clause-needs.ts'
import { measureText, type Particulars } from './clause-particulars.ts'

const LEADS: Readonly<Record<FindingSource, string>> = {
  inspection: '现场检查发现',
  complaint: '群众来访反映',
  rating: '“好差评”差评反映',
  hotline: '“12345”工单反映',
  'self-assessment': '中心自查发现',
  records: '业务记录比对发现',
}

export function describeFinding(
  clause: Clause,
  particulars: Particulars,
  { source, occurredOn, occurrences }: { source: FindingSource; occurredOn: PlainDate; occurrences: number },
): string {
  return `${monthDay(occurredOn)}${LEADS[source]}：${caseText(clause, particulars)}${counted(clause, occurrences)}。`
}

export function describeBonus(
  clause: Clause,
  particulars: Particulars,
  occurredOn: PlainDate,
  occurrences: number,
): string {
  return `${monthDay(occurredOn)}申报：${caseText(clause, particulars)}${counted(clause, occurrences)}。`
}

/** The clause's own words without their price: `工作人员没有到岗到位，查实一例扣1分` is `工作人员没有到岗到位`. */
export function situationOf({ quote, conditions }: Clause): string {
  const otherwise = conditions.find((condition) => condition.kind === 'otherwise')
  if (otherwise && otherwise.antecedents.length > 0) return `未做到“${otherwise.antecedents.join('；')}”`
  const price = quote.search(/(?:酌情|视情[^，]*)?(?:各|分别)?(?:扣|加|减|得|计|记|奖|[-+－＋])\s*[\d０-９]/u)
  let words = price > 0 ? quote.slice(0, price) : quote
  for (let before = ''; before !== words;) {
    before = words
    words = words.replace(TAIL, '')
  }
  return words.replace(/^(?:凡|对)?(?:经(?:核实|查实)的?)/u, '').trim() || quote
}

/** What leads over to the price and says nothing about the case: 查实一例, 每项每人次, 经审定, 每低1个百分点, 的. */
const TAIL =
  /(?:[，、；：。,;:\s]+|经审定|否则|如?经?查实|发现|(?:每|缺)?(?:每|一|1)(?:[例件次项篇个名]|人次|人)|每(?:低|高|少|多|超|差)[^，]*|的)$/u

function caseText(clause: Clause, { measured, level, unmet }: Particulars): string {
  const requirements = antecedentsOf(clause)
  const broken = unmet?.flatMap((index) => requirements[index] ?? []) ?? []
  const words = broken.length > 0 ? `未做到“${broken.join('”“')}”` : situationOf(clause)
  const measure = measureText(clause, measured)
  const remarks = [...(level === null ? [] : [`级别：${level}`]), ...(measure === null ? [] : [`实测 ${measure}`])]
  return remarks.length === 0 ? words : `${words}（${remarks.join('，')}）`
}

function counted({ per }: Clause, occurrences: number): string {
  return occurrences > 1 ? `，共${occurrences}${per.at(-1) ?? '次'}` : ''
}

function monthDay(date: PlainDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

import type { ClauseAgreement } from '../../app/example-records/compare-key.ts'
import { table, type Column } from '../text/table.ts'
import { wrapText } from '../text/wrap.ts'
import { hanging, lightRule, type Page } from './page.ts'

const COLUMNS: readonly Column[] = [
  { title: '条款', align: 'left' },
  { title: '埋下', align: 'right' },
  { title: '查出', align: 'right' },
  { title: '相符', align: 'right' },
  { title: '检测', align: 'left' },
]

/** Clause by clause: how many breaches were planted, how many suspicions were found, and how many of both are the same. */
export function agreementLines(agreement: readonly ClauseAgreement[], page: Page): string[] {
  const { ink } = page
  const { head, rows } = table(
    COLUMNS,
    agreement.map(({ clause, titles, planted, found, agreed }) => [
      { text: clause, paint: ink.primary },
      { text: String(planted) },
      { text: String(found) },
      { text: String(agreed), paint: agreed === planted && agreed === found ? ink.strong : ink.open },
      { text: wrapText(titles.join('、'), page.columns - 34)[0] ?? '', paint: ink.faint },
    ]),
  )
  const wrong = agreement.flatMap((one) => one.wrong)
  return [
    ink.faint(head),
    lightRule(page),
    ...rows,
    lightRule(page),
    ...hanging('', totalText(agreement), page, 0),
    ...wrong.flatMap((line) => hanging('  ', line, page, 0, { text: ink.open })),
  ]
}

function totalText(agreement: readonly ClauseAgreement[]): string {
  const sum = (of: (one: ClauseAgreement) => number) => agreement.reduce((all, one) => all + of(one), 0)
  const [planted, found, agreed] = [sum((one) => one.planted), sum((one) => one.found), sum((one) => one.agreed)]
  if (planted === agreed && found === agreed)
    return `埋下 ${planted} 处，查出 ${found} 处，逐处核对中心、对象、日期、次数和记录，全部相符：没有漏掉，也没有多出。`
  return `埋下 ${planted} 处，查出 ${found} 处，相符 ${agreed} 处：漏掉 ${planted - agreed} 处，多出 ${found - agreed} 处。`
}

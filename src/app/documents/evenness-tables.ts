import type { DocumentCell } from '../../core/document/document-table.ts'
import type { ShownCase, ShownEvenness } from '../analyzing/shown-evenness.ts'
import { count, points, words } from './document-cells.ts'
import { column, listedTable, type ListedTable } from './listed-table.ts'

const WORDS: Readonly<Record<ShownEvenness['comparisons'][number]['about'], string>> = {
  assessor: '考核员之间',
  center: '中心之间',
  source: '来源之间',
  drift: '先后之间',
  outcome: '查实与否',
  effort: '发现率',
  looking: '检查次数',
}

const VERDICTS: Readonly<Record<ShownEvenness['comparisons'][number]['verdict'], string>> = {
  'too-few': '不作检验',
  ordinary: '未超出碰巧',
  unusual: '宜复看',
}

export function comparisonsTable({ comparisons }: ShownEvenness): ListedTable {
  return table(
    'comparisons',
    '比较',
    [column('about', '比什么', 2), column('verdict', '结论', 2), column('sentence', '说明', 12)],
    comparisons.map(({ about, verdict, sentence }) => [
      words(WORDS[about]),
      { ...words(VERDICTS[verdict]), isStrong: verdict === 'unusual' },
      words(sentence),
    ]),
  )
}

export function pairsTable({ pairs }: ShownEvenness): ListedTable {
  return table(
    'like-cases',
    '相近情形',
    [
      column('clause', '款', 1.4),
      column('less', '数额较低的', 5),
      column('less-reason', '理由', 3),
      column('less-points', '每次（分）', 1.4, 'right'),
      column('more', '数额较高的', 5),
      column('more-reason', '理由', 3),
      column('more-points', '每次（分）', 1.4, 'right'),
    ],
    pairs.map(({ clause, less, more }) => [
      words(clause),
      words(`第${less.number}号，${less.centerName}：${less.description}`),
      words(less.reason),
      points(less.points),
      words(`第${more.number}号，${more.centerName}：${more.description}`),
      words(more.reason),
      points(more.points),
    ]),
  )
}

export function amountsTable({ clauses }: ShownEvenness): ListedTable {
  const rows = clauses.flatMap(({ name, cases, varied }) => [
    ...cases.map((one) => ({ name, one, remark: '' })),
    ...varied.map((one) => ({ name, one, remark: '复核变更' })),
  ])
  return table(
    'amounts',
    '裁量数额',
    [
      column('clause', '款', 2),
      column('number', '编号', 1.5, 'right'),
      column('center', '中心', 3),
      { ...column('day', '发生日', 2.4), align: 'center' },
      column('source', '来源', 3),
      column('assessor', '裁量的人', 2.6),
      column('points', '每次（分）', 2, 'right'),
      column('occurrences', '次数', 1.4, 'right'),
      column('remark', '备注', 2),
    ],
    rows.map(({ name, one, remark }) => amountCells(name, one, remark)),
  )
}

function amountCells(name: string, one: ShownCase, remark: string): DocumentCell[] {
  const { number, centerName, occurredOn, source, assessor, occurrences } = one
  return [
    words(name),
    count(number),
    words(centerName),
    { kind: 'date', date: occurredOn },
    words(source),
    words(assessor),
    points(one.points),
    count(occurrences),
    words(remark),
  ]
}

export function outcomesTable({ outcomes }: ShownEvenness): ListedTable {
  return table(
    'outcomes',
    '查实和不予认定',
    [
      column('assessor', '认定的人', 4),
      column('substantiated', '查实（件）', 3, 'right'),
      column('dismissed', '不予认定（件）', 3, 'right'),
    ],
    outcomes.map(({ assessor, substantiated, dismissed }) => [words(assessor), count(substantiated), count(dismissed)]),
  )
}

export function effortTable({ efforts }: ShownEvenness): ListedTable {
  return table(
    'effort',
    '检查次数和发现',
    [
      column('center', '中心', 4),
      column('visits', '检查（次）', 2.4, 'right'),
      column('logged', '其中有登记（次）', 3, 'right'),
      column('found', '发现（件）', 2.4, 'right'),
      column('substantiated', '其中查实（件）', 3, 'right'),
    ],
    efforts
      .filter(({ visits }) => visits > 0)
      .map(({ centerName, visits, logged, found, substantiated }) => [
        words(centerName),
        count(visits),
        count(logged),
        count(found),
        count(substantiated),
      ]),
  )
}

/** A heading stands above each. */
function table(...given: Parameters<typeof listedTable>): ListedTable {
  return { ...listedTable(...given), hasCaption: false }
}

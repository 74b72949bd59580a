import type { DocumentCell, DocumentColumn, DocumentRow, DocumentTable } from '../../core/document/document-table.ts'
import type { ShownCase, ShownEvenness } from '../analyzing/shown-evenness.ts'

type WholeTable = DocumentTable & { readonly rows: readonly DocumentRow[] }

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

export function comparisonsTable({ comparisons }: ShownEvenness): WholeTable {
  return table(
    'comparisons',
    '比较',
    [column('about', '比什么', 2), column('verdict', '结论', 2), column('sentence', '说明', 12)],
    comparisons.map(({ about, verdict, sentence }) => [
      text(WORDS[about]),
      { ...text(VERDICTS[verdict]), isStrong: verdict === 'unusual' },
      text(sentence),
    ]),
  )
}

export function pairsTable({ pairs }: ShownEvenness): WholeTable {
  return table(
    'like-cases',
    '相近情形',
    [
      column('clause', '款', 1.4),
      column('less', '数额较低的', 5),
      column('less-reason', '理由', 3),
      figure('less-points', '每次（分）', 1.4),
      column('more', '数额较高的', 5),
      column('more-reason', '理由', 3),
      figure('more-points', '每次（分）', 1.4),
    ],
    pairs.map(({ clause, less, more }) => [
      text(clause),
      text(`第${less.number}号，${less.centerName}：${less.description}`),
      text(less.reason),
      points(less.points),
      text(`第${more.number}号，${more.centerName}：${more.description}`),
      text(more.reason),
      points(more.points),
    ]),
  )
}

export function amountsTable({ clauses }: ShownEvenness): WholeTable {
  const rows = clauses.flatMap(({ name, cases, varied }) => [
    ...cases.map((one) => ({ name, one, remark: '' })),
    ...varied.map((one) => ({ name, one, remark: '复核变更' })),
  ])
  return table(
    'amounts',
    '裁量数额',
    [
      column('clause', '款', 2),
      figure('number', '编号', 1.5),
      column('center', '中心', 3),
      { ...column('day', '发生日', 2.4), align: 'center' },
      column('source', '来源', 3),
      column('assessor', '裁量的人', 2.6),
      figure('points', '每次（分）', 2),
      figure('occurrences', '次数', 1.4),
      column('remark', '备注', 2),
    ],
    rows.map(({ name, one, remark }) => amountCells(name, one, remark)),
  )
}

function amountCells(name: string, one: ShownCase, remark: string): DocumentCell[] {
  const { number, centerName, occurredOn, source, assessor, occurrences } = one
  return [
    text(name),
    count(number),
    text(centerName),
    { kind: 'date', date: occurredOn },
    text(source),
    text(assessor),
    points(one.points),
    count(occurrences),
    text(remark),
  ]
}

export function outcomesTable({ outcomes }: ShownEvenness): WholeTable {
  return table(
    'outcomes',
    '查实和不予认定',
    [
      column('assessor', '认定的人', 4),
      figure('substantiated', '查实（件）', 3),
      figure('dismissed', '不予认定（件）', 3),
    ],
    outcomes.map(({ assessor, substantiated, dismissed }) => [text(assessor), count(substantiated), count(dismissed)]),
  )
}

export function effortTable({ efforts }: ShownEvenness): WholeTable {
  return table(
    'effort',
    '检查次数和发现',
    [
      column('center', '中心', 4),
      figure('visits', '检查（次）', 2.4),
      figure('logged', '其中有登记（次）', 3),
      figure('found', '发现（件）', 2.4),
      figure('substantiated', '其中查实（件）', 3),
    ],
    efforts
      .filter(({ visits }) => visits > 0)
      .map(({ centerName, visits, logged, found, substantiated }) => [
        text(centerName),
        count(visits),
        count(logged),
        count(found),
        count(substantiated),
      ]),
  )
}

function column(key: string, name: string, width: number): DocumentColumn {
  return { key, name, width, align: 'left' }
}

function figure(key: string, name: string, width: number): DocumentColumn {
  return { key, name, width, align: 'right' }
}

function text(words: string): DocumentCell {
  return { kind: 'text', text: words }
}

function count(many: number): DocumentCell {
  return { kind: 'count', count: many, formula: null }
}

function points(amount: number): DocumentCell {
  return { kind: 'points', points: amount, formula: null, isSigned: false }
}

function table(
  id: string,
  name: string,
  columns: readonly DocumentColumn[],
  rows: readonly DocumentCell[][],
): WholeTable {
  const set = rows.map((cells): DocumentRow => ({ key: null, cells, height: null }))
  return { id, name, hasCaption: false, columns, rows: set, foot: [], isOfficial: true }
}

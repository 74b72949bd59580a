import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { paragraph } from '../../src/core/document/document-block.ts'
import type {
  DocumentCell,
  DocumentColumn,
  DocumentRow,
  DocumentTable,
} from '../../src/core/document/document-table.ts'
import type { Formula } from '../../src/core/document/formula.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'

/** What was found at a center: how often, at which price, under which clause. */
export interface ScoredFinding {
  readonly center: string
  readonly clause: string
  readonly count: number
  readonly price: number
  readonly words: string
}

const SCORED_CENTERS = ['东街道', '西镇', '“南*”镇', '=北乡'] as const
/** 3.1 and 3.10 are two clauses, whatever a workbook takes them for. */
const SECTIONS = [
  { clause: '3.1', name: '一、窗口服务', start: 2000, floor: 0 },
  { clause: '3.10', name: '二、设备环境', start: 550, floor: 0 },
  { clause: '加分?', name: '三、采用加分', start: 0, floor: null },
  { clause: '创新', name: '四、创新加分', start: 100, floor: null },
] as const

const DAY = plainDate('2021-10-25')

export const SCORED_FINDINGS: readonly ScoredFinding[] = SCORED_CENTERS.flatMap((center, i) => [
  { center, clause: '3.1', count: 3 + i, price: -50, words: `窗口人员离岗，第${i + 1}次检查时发现，经核实` },
  { center, clause: '3.1', count: 1, price: -10 - 15 * i, words: '=HYPERLINK("http://example.invalid","点这里")' },
  { center, clause: '3.10', count: 1 + 4 * i, price: -125, words: '+86 21 0000 0000 来电反映触摸屏故障' },
  { center, clause: '加分?', count: 1, price: 25 * ((i * 2) % 5), words: '@市级刊物采用信息' },
  { center, clause: '创新', count: 2, price: 5 * i, words: '-1 号创新做法得到推广' },
])

const column = (key: string, name: string, width: number, align: DocumentColumn['align'] = 'left'): DocumentColumn => ({
  key,
  name,
  width,
  align,
})
const text = (text: string): DocumentCell => ({ kind: 'text', text })
const points = (points: number, formula: Formula | null, isSigned = false): DocumentCell => ({
  kind: 'points',
  points,
  formula,
  isSigned,
})
const row = (key: string | null, cells: readonly (DocumentCell | null)[]): DocumentRow => ({ key, cells, height: null })

/** A document in which every figure follows from findings by every kind of formula, and the right figures beside them. */
export function scoredDocument(findings: readonly ScoredFinding[] = SCORED_FINDINGS): OfficialDocument {
  const scores = SCORED_CENTERS.map((center) => SECTIONS.map((section) => scoreOf(findings, center, section)))
  const totals = scores.map((of) => of.reduce((sum, score) => sum + score, 0))
  const counts = [
    { table: 'scores', rows: SCORED_CENTERS.length * SECTIONS.length },
    { table: 'ranking', rows: SCORED_CENTERS.length },
    { table: 'findings', rows: findings.length },
    { table: 'sections', rows: SECTIONS.length },
  ]
  return {
    kind: 'ranking',
    fileName: '某区考核汇总（2021年）',
    layout: 'form',
    isLandscape: false,
    head: null,
    title: ['某区社区事务受理服务中心', '2021年度考核汇总表'],
    subtitle: '（2021年1月1日至2021年12月31日）',
    facts: [
      { name: '考核依据', value: '某政务〔2021〕9号' },
      { name: '制表日期', value: '2021年12月31日' },
      { name: '制表单位', value: '某区政务服务办公室' },
    ],
    blocks: [
      { kind: 'heading', level: 1, text: '一、得分' },
      paragraph(
        '本表列出各中心各项考核内容的得分。得分由细则所定的起评分，加减经查实的各项扣分和经审定的加分得出，扣完为止。'.repeat(
          2,
        ),
      ),
      { kind: 'table', table: scoresTable(findings, scores, totals) },
      { kind: 'heading', level: 1, text: '二、排名' },
      { kind: 'quote', text: '考核结果按得分高低排列，得分相同的名次相同。', place: '通知第四条' },
      { kind: 'table', table: rankingTable(totals) },
      { kind: 'note', text: '注：名次相同的，其后名次空缺。' },
    ],
    closing: {
      attachments: [],
      office: '某区政务服务办公室',
      date: '2021年12月31日',
      signatures: ['考核人', '被考核单位负责人'],
      note: null,
      copiesTo: [],
      printedBy: null,
    },
    proof: {
      code: 'A1B2-C3D4',
      ledger: null,
      counts,
      totals: SCORED_CENTERS.map((name, i) => ({ name, points: totals[i] ?? 0 })),
      sentences: ['本文件列得分12项、排名4行。', '核验码：A1B2-C3D4。'],
    },
    workings: [findingsTable(findings), sectionsTable()],
  }
}

type Section = (typeof SECTIONS)[number]

function scoreOf(findings: readonly ScoredFinding[], center: string, { clause, start, floor }: Section): number {
  const moved = findings
    .filter((finding) => finding.center === center && finding.clause === clause)
    .reduce((sum, { count, price }) => sum + count * price, 0)
  return floor === null ? start + moved : Math.max(floor, start + moved)
}

function scoresTable(
  findings: readonly ScoredFinding[],
  scores: readonly number[][],
  totals: readonly number[],
): DocumentTable {
  const reasons = (center: string, clause: string) =>
    findings.flatMap((found) =>
      found.center === center && found.clause === clause ? [`${found.words}（${found.count}次）`] : [],
    )
  return {
    id: 'scores',
    name: '各项得分',
    hasCaption: true,
    columns: [
      column('center', '中心', 16),
      column('section', '考核内容', 20),
      column('score', '得分', 10, 'right'),
      column('count', '条数', 8, 'right'),
      column('reasons', '扣分原因', 46),
    ],
    rows: SCORED_CENTERS.flatMap((center, c) =>
      SECTIONS.map((section, s) => {
        const where = [
          { column: 'center', equals: center },
          { column: 'clause', equals: section.clause },
        ]
        const start: Formula = { op: 'figure', table: 'sections', row: section.clause, column: 'start' }
        const moved: Formula = { op: 'sum-of-column', table: 'findings', column: 'points', where }
        const sum: Formula = { op: 'sum', of: [start, moved] }
        const formula: Formula =
          section.floor === null ? sum : { op: 'highest', of: [{ op: 'points', points: section.floor }, sum] }
        return row(`${center}/${section.clause}`, [
          s === 0 ? { ...text(center), rowSpan: SECTIONS.length } : null,
          text(section.name),
          points(scores[c]?.[s] ?? 0, formula),
          {
            kind: 'count',
            count: reasons(center, section.clause).length,
            formula: { op: 'count-of-rows', table: 'findings', where },
          },
          { kind: 'lines', lines: reasons(center, section.clause) },
        ])
      }),
    ),
    foot: [
      row('all', [
        { ...text('合计'), colSpan: 2 },
        null,
        points(
          totals.reduce((sum, total) => sum + total, 0),
          { op: 'sum-of-column', table: 'scores', column: 'score', where: [] },
        ),
        { kind: 'count', count: findings.length, formula: { op: 'count-of-rows', table: 'findings', where: [] } },
        { kind: 'blank' },
      ]),
    ],
    isOfficial: true,
  }
}

function rankingTable(totals: readonly number[]): DocumentTable {
  const ranks = totals.map((total) => 1 + totals.filter((other) => other > total).length)
  return {
    id: 'ranking',
    name: '排名',
    hasCaption: false,
    columns: [
      column('center', '中心', 20),
      column('total', '合计', 12, 'right'),
      column('off', '与平均之差', 12, 'right'),
      column('rank', '名次', 10, 'right'),
      column('word', '先进', 12),
    ],
    rows: SCORED_CENTERS.map((center, i) => {
      const total: Formula = {
        op: 'sum',
        of: SECTIONS.map(({ clause }) => ({
          op: 'figure',
          table: 'scores',
          row: `${center}/${clause}`,
          column: 'score',
        })),
      }
      const lowest = Math.min(...totals)
      return row(center, [
        text(center),
        points(totals[i] ?? 0, total),
        points(
          (totals[i] ?? 0) - lowest,
          {
            op: 'sum',
            of: [
              { op: 'here', column: 'total' },
              {
                op: 'minus',
                of: {
                  op: 'lowest',
                  of: SCORED_CENTERS.map((row) => ({ op: 'figure', table: 'ranking', row, column: 'total' })),
                },
              },
            ],
          },
          true,
        ),
        {
          kind: 'count',
          count: ranks[i] ?? 0,
          formula: { op: 'rank', table: 'ranking', column: 'total', of: { op: 'here', column: 'total' } },
        },
        text(ranks[i] === 1 ? '是' : '—'),
      ])
    }),
    foot: [],
    isOfficial: false,
  }
}

function findingsTable(findings: readonly ScoredFinding[]): DocumentTable {
  return {
    id: 'findings',
    name: '查实事项/加扣分',
    hasCaption: false,
    columns: [
      column('center', '中心', 12),
      column('clause', '条款', 8),
      column('date', '发生日期', 10),
      column('count', '次数', 6, 'right'),
      column('price', '每次', 8, 'right'),
      column('effect', '作数', 8),
      column('points', '加扣分', 8, 'right'),
      column('words', '情况', 30),
    ],
    rows: findings.map(({ center, clause, count, price, words }, i) => {
      const product: Formula = {
        op: 'product',
        of: [
          { op: 'here', column: 'count' },
          { op: 'here', column: 'price' },
        ],
      }
      const nothing: Formula = { op: 'points', points: 0 }
      return row(String(i), [
        text(center),
        text(clause),
        { kind: 'date', date: DAY },
        { kind: 'count', count, formula: null },
        points(price, null),
        text('作数'),
        points(
          count * price,
          { op: 'if-text', column: 'effect', equals: '作数', met: product, otherwise: nothing },
          true,
        ),
        text(words),
      ])
    }),
    foot: [],
    isOfficial: false,
  }
}

function sectionsTable(): DocumentTable {
  return {
    id: 'sections',
    name: '查实事项:加扣分',
    hasCaption: false,
    columns: [column('clause', '条款', 10), column('name', '考核内容', 20), column('start', '起评分', 10, 'right')],
    rows: SECTIONS.map(({ clause, name, start }) => row(clause, [text(clause), text(name), points(start, null)])),
    foot: [],
    isOfficial: false,
  }
}

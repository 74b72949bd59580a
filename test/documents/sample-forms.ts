import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { paragraph } from '../../src/core/document/document-block.ts'
import type { DocumentCell, DocumentRow, DocumentTable } from '../../src/core/document/document-table.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { countOf, keyedRow, pointsOf, row, textOf } from './sample-cells.ts'

/** A score sheet over several pages: 64 rows under ten sections that span them, formulas, blanks to fill in, signatures. */
export function sampleForm(isLandscape: boolean): OfficialDocument {
  return {
    kind: 'score-sheet',
    fileName: isLandscape ? '柳湾街道考核得分表（2025年）' : '柳湾街道考核得分表（2025年，竖版）',
    layout: 'form',
    isLandscape,
    head: null,
    title: ['柳湾街道社区事务受理服务中心考核得分表'],
    subtitle: '2025年度',
    facts: [
      { name: '被考核单位', value: '柳湾街道社区事务受理服务中心' },
      { name: '考核期', value: '2025年1月1日至2025年12月31日' },
      { name: '依据', value: '云政务〔2025〕3号' },
      { name: '统计截至', value: '2025年12月26日' },
    ],
    blocks: [
      { kind: 'heading', level: 1, text: '一、得分情况' },
      { kind: 'table', table: scoreTable() },
      { kind: 'note', text: '注：“待定”为尚未审定的事项，得分按上下限列出；空白为本项未失分。' },
      { kind: 'heading', level: 1, text: '二、办理情况' },
      paragraph('本年度共收到问题线索23件，查实18件，不予认定5件。'),
      { kind: 'table', table: plainTable() },
    ],
    closing: {
      attachments: [],
      office: '云汀区政务服务办公室',
      date: null,
      signatures: ['考核人', '复核人', '被考核单位负责人'],
      note: null,
      copiesTo: [],
      printedBy: null,
    },
    proof: {
      code: 'P4ZC-9KDV-71RS-2MWE',
      ledger: { seq: 1284, head: '9f2c41d07be3a5568c1d0e7f94ab32c6d81f5e20b7a94c3360fd12e8ab574c91' },
      counts: [
        { table: 'score', rows: 64 },
        { table: 'handled', rows: 3 },
      ],
      totals: [{ name: '合计得分', points: 8450 }],
      sentences: ['本表列考核项目64项；合计84.5分。', '依台账第1284号事项止的记载生成，凭核验码可核对。'],
    },
    workings: [],
  }
}

const SECTIONS: readonly (readonly [name: string, rows: number])[] = [
  ['一、组织领导（5分）', 4],
  ['二、窗口建设（25分）', 10],
  ['三、服务规范（20分）', 12],
  ['四、全市通办（8分）', 5],
  ['五、办件质量（25分）', 13],
  ['六、信息公开（6分）', 6],
  ['七、设备管理（3分）', 4],
  ['八、培训与信息报送（3分）', 4],
  ['九、创新与零投诉', 3],
  ['十、“好差评”', 3],
]

function scoreTable(): DocumentTable {
  const rows = SECTIONS.flatMap(([name, count], section) =>
    Array.from({ length: count }, (_, index) => scoreRow(name, count, section, index)),
  )
  return {
    id: 'score',
    name: '考核得分表',
    hasCaption: false,
    columns: [
      { key: 'section', name: '考核内容', width: 3, align: 'left' },
      { key: 'criterion', name: '考核项目', width: 8, align: 'left' },
      { key: 'max', name: '分值', width: 1.5, align: 'right' },
      { key: 'lost', name: '扣分', width: 1.5, align: 'right' },
      { key: 'reason', name: '扣分原因', width: 6, align: 'left' },
      { key: 'basis', name: '依据', width: 2.5, align: 'left' },
      { key: 'self', name: '自评分', width: 1.8, align: 'right' },
      { key: 'score', name: '考核分', width: 1.8, align: 'right' },
    ],
    rows,
    foot: [
      row(
        { ...textOf('合计'), colSpan: 2, align: 'center', isStrong: true },
        null,
        pointsOf(9500),
        { kind: 'points', points: -1050, formula: null, isSigned: false, tone: 'lost' },
        { ...textOf('另有待定0至2分'), tone: 'open', colSpan: 2 },
        null,
        { kind: 'blank' },
        {
          kind: 'points',
          points: 8450,
          formula: { op: 'sum-of-column', table: 'score', column: 'score', where: [] },
          isSigned: false,
          isStrong: true,
        },
      ),
    ],
    isOfficial: true,
  }
}

/** Scores that sum to 84.5: 1.3 a row, and the last takes what is left. */
function scoreRow(name: string, count: number, section: number, index: number): DocumentRow {
  const before = SECTIONS.slice(0, section).reduce((sum, [, rows]) => sum + rows, 0)
  const position = before + index
  const isLast = position === 63
  const isLost = position % 7 === 3
  const reason: DocumentCell = isLost
    ? {
        kind: 'lines',
        lines: [`${position % 12 || 12}月检查：${position}号窗口工作时间无人值守`, '当日未设替岗，群众等候22分钟'],
      }
    : position % 19 === 5
      ? { ...textOf('待裁量（扣1-3分）'), tone: 'open' }
      : textOf('')
  return keyedRow(
    `r${position}`,
    index === 0 ? { ...textOf(name), rowSpan: count } : null,
    textOf(
      `${index + 1}. ${index % 3 === 0 ? '窗口工作人员在岗在位，统一着装、佩戴工作牌，落实首问责任制、一次性告知制，发现一次不符合扣0.5分。' : '服务指南摆放齐全，内容与实际一致。'}`,
    ),
    pointsOf(150),
    isLost ? { ...pointsOf(-50), tone: 'lost' } : textOf(''),
    reason,
    isLost ? textOf(`问题${2000 + position}号`) : textOf(''),
    { kind: 'blank' },
    pointsOf(isLast ? 8450 - 63 * 130 : 130),
  )
}

function plainTable(): DocumentTable {
  const lines: [string, number, number, string][] = [
    ['日常检查', 12, -450, '2025-03-14'],
    ['暗访', 6, -350, '2025-07-02'],
    ['投诉核实', 5, 50, '2025-11-20'],
  ]
  return {
    id: 'handled',
    name: '办理情况',
    hasCaption: true,
    columns: [
      { key: 'way', name: '来源', width: 3, align: 'left' },
      { key: 'number', name: '件数', width: 2, align: 'right' },
      { key: 'moved', name: '增减分', width: 2, align: 'right' },
      { key: 'last', name: '最近一件', width: 3, align: 'center' },
    ],
    rows: lines.map(([way, number, moved, last]) =>
      row(
        textOf(way),
        countOf(number),
        { kind: 'points', points: moved, formula: null, isSigned: true, tone: moved < 0 ? 'lost' : 'gained' },
        { kind: 'date', date: plainDate(last) },
      ),
    ),
    foot: [],
    isOfficial: false,
  }
}

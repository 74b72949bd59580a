import type { DocumentBlock } from '../../core/document/document-block.ts'
import type { DocumentTable } from '../../core/document/document-table.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import { rankSheets } from '../../core/analysis/rank-sheets.ts'
import { bySectionTable, openTable, standingsTable } from './ranking-tables.ts'
import { rankingTable } from './ranking-table.ts'
import { safeName } from './safe-name.ts'
import { assessmentFactLines, inBrackets } from './sheet-front.ts'
import type { SheetFacts } from './sheet-facts.ts'
import { scoreWorkings } from './workings/score-workings.ts'

/** 汇总排名 of all centers, with what each score consists of and how far every rank can still move. */
export function ranking(all: readonly SheetFacts[]): OfficialDocument {
  const [first] = all
  if (first === undefined) throw new Error('no center is enrolled')
  const ranked = rankSheets(all.map(({ sheet }) => sheet)).map(({ sheet, ...rank }) => {
    const facts = all.find((one) => one.sheet === sheet)
    if (facts === undefined) throw new Error(`no facts of ${sheet.centerId}`)
    return { ...rank, facts }
  })
  const workings = scoreWorkings(ranked.map(({ facts }) => facts))
  const open = openTable(ranked.map(({ facts }) => facts))
  const tables = [
    rankingTable(ranked, workings),
    bySectionTable(ranked.map(({ facts }) => facts)),
    standingsTable(ranked.map(({ facts }) => facts)),
    ...(open === null ? [] : [open]),
  ]
  const counts = tables.map((table) => ({ table: table.id, rows: rowsIn(table) }))
  const isSettled = all.every(({ sheet }) => sheet.isSettled)
  return {
    kind: 'ranking',
    fileName: safeName(`考核得分汇总和排名${inBrackets(first)}`),
    layout: 'form',
    isLandscape: true,
    head: null,
    title: [`${first.rubric.year === null ? '' : `${first.rubric.year}年`}考核得分汇总和排名`],
    subtitle: null,
    facts: [
      ...assessmentFactLines(first),
      {
        name: '状态',
        value: all.every(({ isSealed }) => isSealed === true) ? `已定稿（${first.sealedOn ?? ''}）` : '未定稿',
      },
    ],
    blocks: tables.flatMap((table, at): DocumentBlock[] => [
      { kind: 'table', table },
      ...(at === 0 ? rankingNotes(all, isSettled) : []),
    ]),
    closing: {
      attachments: [],
      office: null,
      date: null,
      signatures: ['制表人', '审核人', '考核单位负责人'],
      note: null,
      copiesTo: [],
      printedBy: null,
    },
    proof: {
      code: null,
      ledger: first.ledger,
      counts,
      totals: ranked.map(({ facts: { sheet } }) => ({ name: sheet.centerName, points: sheet.score })),
      sentences: [
        `本表列${all.length}个中心，合计之和${formatPoints(sumOf(all))}分；${isSettled ? '全部得分已定' : `${all.filter(({ sheet }) => !sheet.isSettled).length}个中心的得分尚有未决事项`}。`,
        `${tables.map((table, at) => `“${table.name}”${counts[at]?.rows ?? 0}行`).join('、')}。`,
        ...(first.ledger === null ? [] : [`所据台账至第${first.ledger.seq}条，摘要${first.ledger.head}。`]),
      ],
    },
    workings: workings.tables,
  }
}

function rowsIn({ rows }: DocumentTable): number {
  return typeof rows === 'function' ? 0 : rows.length
}

function sumOf(all: readonly SheetFacts[]): number {
  return all.reduce((sum, { sheet }) => sum + sheet.score, 0)
}

function rankingNotes(all: readonly SheetFacts[], isSettled: boolean): DocumentBlock[] {
  const notes = [
    '得分相同的名次并列，其后的名次顺延；“可能名次”按各中心的可能得分各自取值，是最好和最差名次的外界；精确的在“名次把握”里。',
    isSettled && all.length >= LEAST_FOR_MEAN
      ? `合计平均${meanOf(all)}分，中位数${medianOf(all)}分。`
      : '得分尚未全部定下，或中心太少，不列平均数和中位数。',
  ]
  return notes.map((text) => ({ kind: 'note', text }))
}

const LEAST_FOR_MEAN = 3

/** To the hundredth, halves up: a mean is the only figure that is rounded. */
function meanOf(all: readonly SheetFacts[]): string {
  return formatPoints(Math.round(sumOf(all) / all.length))
}

function medianOf(all: readonly SheetFacts[]): string {
  const scores = all.map(({ sheet }) => sheet.score).sort((one, other) => one - other)
  const half = scores.length >> 1
  const upper = scores[half] ?? 0
  return formatPoints(scores.length % 2 === 1 ? upper : Math.round(((scores[half - 1] ?? 0) + upper) / 2))
}

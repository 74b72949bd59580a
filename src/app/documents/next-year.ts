import type { CenterStanding, NextYear } from '../../core/analysis/next-year/next-year.ts'
import { CHANGE_WORDS } from '../../core/analysis/next-year/notice-change-sides.ts'
import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { noticeInWords } from './letter-words.ts'
import { safeName } from './safe-name.ts'
import { points, words } from './document-cells.ts'
import { column, listedTable, type ListedTable } from './listed-table.ts'

export interface NextYearFacts {
  readonly nextYear: NextYear
  readonly before: Rubric
  readonly after: Rubric
  readonly madeOn: PlainDate
  readonly ledger: OfficialDocument['proof']['ledger']
}

/** 来年测算: the year under another notice, every change with what it would have done, what could not be taken over, the draft's faults. */
export function nextYearTables({ nextYear, before, after, madeOn, ledger }: NextYearFacts): OfficialDocument {
  const { lead, apartSays, centers } = nextYear
  const tables = [
    centersTable(nextYear),
    changesTable(nextYear),
    leftTable(nextYear),
    undecidedTable(nextYear),
    unseenTable(nextYear),
    faultsTable(nextYear),
  ].filter(({ rows }) => rows.length > 0)
  return {
    kind: 'next-year',
    fileName: safeName(`来年测算${after.year === null ? '' : `（${after.year}年）`}`),
    layout: 'form',
    isLandscape: true,
    head: null,
    title: [`按${after.year === null ? '另一份' : `${after.year}年的`}通知测算本年得分`],
    subtitle: null,
    facts: [
      { name: '本年考核依据', value: noticeInWords(before) },
      { name: '测算所依据', value: noticeInWords(after) },
      { name: '截至', value: madeOn },
    ],
    blocks: [
      paragraph(lead),
      ...tables.map((table): DocumentBlock => ({ kind: 'table', table })),
      ...[apartSays, '本表只是测算，不改动台账；没有记录的事算不进来。']
        .filter((text) => text !== '')
        .map((text): DocumentBlock => ({ kind: 'note', text })),
    ],
    closing: null,
    proof: {
      code: null,
      ledger,
      counts: tables.map(({ id, rows }) => ({ table: id, rows: rows.length })),
      totals: centers.map(({ centerName, after: now }) => ({ name: centerName, points: now.score })),
      sentences: [
        `共${centers.length}个中心、${nextYear.changes.length}项修改。`,
        ...(ledger === null ? [] : [`所据台账至第${ledger.seq}条，摘要${ledger.head}。`]),
      ],
    },
    workings: [],
  }
}

function centersTable({ centers }: NextYear): ListedTable {
  return listedTable(
    'centers',
    '各中心的得分和名次',
    [
      column('name', '中心', 3),
      { ...column('score', '本年得分', 2), align: 'right' },
      { ...column('rank', '本年名次', 2), align: 'center' },
      { ...column('next', '测算得分', 2), align: 'right' },
      { ...column('place', '测算名次', 2), align: 'center' },
      { ...column('move', '变动', 2), align: 'right' },
      column('range', '测算可能的区间', 3),
    ],
    centers.map(({ centerName, before, after }) => [
      words(centerName),
      points(before.score),
      words(rankOf(before)),
      points(after.score),
      words(rankOf(after)),
      { kind: 'points', points: after.score - before.score, formula: null, isSigned: true },
      words(`${formatPoints(after.interval[0])}–${formatPoints(after.interval[1])}`),
    ]),
  )
}

function changesTable({ changes }: NextYear): ListedTable {
  return listedTable(
    'changes',
    '各项修改和它单独的影响',
    [
      column('what', '修改', 1.5),
      column('place', '条款', 1.5),
      column('was', '本年通知', 5),
      column('is', '另一份通知', 5),
      column('says', '单独的影响', 4),
    ],
    changes.map(({ name, before, after, says }) => [
      words(CHANGE_WORDS[name]),
      words(after?.place ?? before?.place ?? ''),
      { kind: 'lines', lines: sideLines(before) },
      { kind: 'lines', lines: sideLines(after) },
      words(says),
    ]),
  )
}

function leftTable({ notCarried }: NextYear): ListedTable {
  return listedTable(
    'not-carried',
    '带不过去的',
    [
      column('place', '条款', 1.5),
      column('quote', '本年通知原文', 6),
      column('why', '原因', 5),
      { ...column('cases', '件数', 1.5), align: 'right' },
      { ...column('counted', '其中已计分', 1.5), align: 'right' },
    ],
    notCarried.map(({ place, quote, says, cases, counted }) => [
      words(place),
      words(quote),
      words(says),
      { kind: 'count', count: cases, formula: null },
      { kind: 'count', count: counted, formula: null },
    ]),
  )
}

function undecidedTable({ undecided }: NextYear): ListedTable {
  return listedTable(
    'undecided',
    '要重新裁量的',
    [
      { ...column('number', '编号', 1.5), align: 'center' },
      column('name', '中心', 3),
      column('place', '条款', 1.5),
      column('says', '说明', 8),
    ],
    undecided.map(({ number, centerName, place, says }) => [
      words(`第${number}号`),
      words(centerName),
      words(place),
      words(says),
    ]),
  )
}

function unseenTable({ unseen }: NextYear): ListedTable {
  return listedTable(
    'unseen',
    '今年的记录看不出的',
    [column('place', '条款', 1.5), column('quote', '原文', 6), column('says', '说明', 6)],
    unseen.map(({ place, quote, says }) => [words(place), words(quote), words(says)]),
  )
}

function faultsTable({ faults }: NextYear): ListedTable {
  return listedTable(
    'faults',
    '这份通知可以写得更好的地方',
    [
      column('place', '条款', 1.2),
      column('title', '毛病', 2.5),
      column('says', '这里', 5),
      column('matters', '为什么要紧', 4),
      column('usual', '通常怎样写', 4),
    ],
    faults.map(({ place, title, says, matters, usual }) => [
      words(place || '全文'),
      words(title),
      words(says),
      words(matters),
      words(usual),
    ]),
  )
}

function sideLines(side: NextYear['changes'][number]['before']): string[] {
  if (side === null) return ['']
  return [side.text, side.reading].filter((line) => line !== '')
}

function rankOf({ rank, isTied }: CenterStanding): string {
  return isTied ? `${rank}（并列）` : String(rank)
}

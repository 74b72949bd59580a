import type { Certainty } from '../../core/analysis/certainty/certainty.ts'
import { shareText } from '../../core/analysis/certainty/share-words.ts'
import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { DocumentCell } from '../../core/document/document-table.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { scoresText } from '../../core/scoring/points-text.ts'
import { noticeInWords } from './letter-words.ts'
import { safeName } from './safe-name.ts'
import { column, listedTable } from './listed-table.ts'

export interface CertaintyFacts {
  readonly certainty: Certainty
  readonly rubric: Rubric
  readonly madeOn: PlainDate
  readonly ledger: OfficialDocument['proof']['ledger']
}

/** 名次把握: what every score and rank can still become, how likely each is, and what moves them. */
export function certaintyTables({ certainty, rubric, madeOn, ledger }: CertaintyFacts): OfficialDocument {
  const { lead, centers, assumptionSentences, drawing } = certainty
  const tables = [centersTable(certainty), oddsTable(certainty), influencesTable(certainty)].filter(
    ({ rows }) => rows.length > 0,
  )
  return {
    kind: 'certainty',
    fileName: safeName('名次把握'),
    layout: 'form',
    isLandscape: true,
    head: null,
    title: ['各中心得分和名次的把握'],
    subtitle: null,
    facts: [
      { name: '考核依据', value: noticeInWords(rubric) },
      { name: '截至', value: madeOn },
      { name: '模拟', value: `${drawing.draws}次，种子${drawing.seed}` },
    ],
    blocks: [
      paragraph(lead),
      ...tables.map((table): DocumentBlock => ({ kind: 'table', table })),
      ...assumptionSentences.map((text, at): DocumentBlock => ({ kind: 'note', text: `${at + 1}. ${text}。` })),
    ],
    closing: null,
    proof: {
      code: null,
      ledger,
      counts: tables.map(({ id, rows }) => ({ table: id, rows: rows.length })),
      totals: centers.map(({ centerName, score }) => ({ name: centerName, points: score })),
      sentences: [
        `共${centers.length}个中心，${certainty.openMatters}件未决事项，其中${certainty.idleMatters}件单独不动名次。`,
        ...(ledger === null ? [] : [`所据台账至第${ledger.seq}条，摘要${ledger.head}。`]),
      ],
    },
    workings: [],
  }
}

function centersTable({ centers, drawing }: Certainty) {
  return listedTable(
    'certainty',
    '得分和名次可能到哪里',
    [
      column('rank', '名次', 1, 'center'),
      column('name', '中心', 3),
      column('score', '现得分', 1.5, 'right'),
      column('interval', '可能得分', 2, 'center'),
      column('best', '最好名次', 1.5, 'center'),
      column('worst', '最差名次', 1.5, 'center'),
      column('now', '现名次的可能性', 2.5),
      column('exact', '是否精确', 1.5, 'center'),
    ],
    centers.map(({ centerName, score, interval, rank, isTied, bounds, odds }) => [
      { kind: 'count', count: rank, formula: null, isStrong: true },
      text(isTied ? `${centerName}（并列）` : centerName),
      { kind: 'points', points: score, formula: null, isSigned: false },
      interval[0] === interval[1] ? text('已定') : text(scoresText(interval), 'open'),
      { kind: 'count', count: bounds.best, formula: null },
      { kind: 'count', count: bounds.worst, formula: null },
      text(
        bounds.best === bounds.worst
          ? '已定'
          : shareText(odds.find((one) => one.rank === rank)?.times ?? 0, drawing.draws),
      ),
      text(bounds.isExact ? '精确' : '外界'),
    ]),
  )
}

function oddsTable({ centers, drawing }: Certainty) {
  return listedTable(
    'odds',
    `各名次在${drawing.draws}次模拟中出现的次数`,
    [
      column('name', '中心', 3),
      column('rank', '名次', 1, 'right'),
      column('times', '次数', 1.5, 'right'),
      column('share', '可能性', 2.5),
    ],
    centers.flatMap(({ centerName, odds }) =>
      odds.map(({ rank, times }): DocumentCell[] => [
        text(centerName),
        { kind: 'count', count: rank, formula: null },
        { kind: 'count', count: times, formula: null },
        text(shareText(times, drawing.draws)),
      ]),
    ),
  )
}

function influencesTable({ influences }: Certainty) {
  return listedTable(
    'influences',
    '最动名次的未决事项',
    [column('name', '事项', 3), column('places', '挪动名次', 1.2, 'right'), column('says', '单独定下来会怎样', 8)],
    influences.map(({ name, places, sentence }) => [
      text(name),
      { kind: 'count', count: places, formula: null },
      text(sentence),
    ]),
  )
}

function text(words: string, tone?: 'open'): DocumentCell {
  return { kind: 'text', text: words, ...(tone === undefined ? {} : { tone }) }
}

import type { ChangedNumber } from '../../core/analysis/changed-numbers.ts'
import type { PlaceChange, ScenarioOutcome } from '../../core/analysis/what-if/compare-scenario.ts'
import { printScenario, type Scenario } from '../../core/analysis/what-if/scenario.ts'
import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import { changedBy, changedFigure, changedName } from './changed-number-cells.ts'
import { safeName } from './safe-name.ts'
import { assessmentFactLines } from './sheet-front.ts'
import type { AssessmentFacts } from './sheet-facts.ts'
import { count, points, words } from './document-cells.ts'
import { listedTable, type ListedTable } from './listed-table.ts'

export type WhatIfFacts = Pick<AssessmentFacts, 'rubric' | 'state' | 'clocks' | 'madeOn' | 'ledger'> & {
  readonly scenario: Scenario
  readonly outcome: ScenarioOutcome
}

/** 设想: what was supposed, where every center would stand, and every number that would be another. Nothing in it is decided. */
export function whatIfDocument(facts: WhatIfFacts): OfficialDocument {
  const { rubric, scenario, outcome, ledger } = facts
  const named = scenario.name === '' ? '' : `“${scenario.name}”`
  const tables = [supposedTable(outcome), placesTable(outcome.places), numbersTable(facts)]
  const counts = tables.map((table) => ({ table: table.id, rows: table.rows.length }))
  return {
    kind: 'what-if',
    fileName: safeName(`设想${named}的结果${rubric.year === null ? '' : `（${rubric.year}年）`}`),
    layout: 'form',
    isLandscape: false,
    head: null,
    title: [`设想${named}的结果`],
    subtitle: null,
    facts: [...assessmentFactLines(facts), { name: '性质', value: '设想，不是决定；台账没有改动' }],
    blocks: [
      paragraph(outcome.lead),
      ...tables.map((table): DocumentBlock => ({ kind: 'table', table })),
      { kind: 'note', text: unchangedIn(outcome) },
      { kind: 'note', text: `重算用的方案：${printScenario(scenario)}` },
    ],
    closing: null,
    proof: {
      code: null,
      ledger,
      counts,
      totals: outcome.places.map(({ centerName, after }) => ({ name: centerName, points: after.score })),
      sentences: [
        `本表列设想${outcome.sentences.length}项、变动的数${outcome.numbers.length}个。`,
        ...(ledger === null ? [] : [`所据台账至第${ledger.seq}条，摘要${ledger.head}。`]),
      ],
    },
    workings: [],
  }
}

function supposedTable({ sentences }: ScenarioOutcome): ListedTable {
  return listedTable(
    'supposed',
    '设想的事项',
    [
      { key: 'place', name: '序号', width: 10, align: 'center' },
      { key: 'sentence', name: '设想', width: 90, align: 'left' },
    ],
    sentences.map((sentence, place) => [count(place + 1), words(sentence)]),
  )
}

function placesTable(places: readonly PlaceChange[]): ListedTable {
  return listedTable(
    'places',
    '得分和名次',
    [
      { key: 'center', name: '中心', width: 32, align: 'left' },
      { key: 'rank-before', name: '现名次', width: 14, align: 'center' },
      { key: 'rank-after', name: '设想的名次', width: 18, align: 'center' },
      { key: 'before', name: '现得分', width: 18, align: 'right' },
      { key: 'after', name: '设想的得分', width: 18, align: 'right' },
    ],
    places.map(({ centerName, before, after }) => [
      words(centerName),
      words(rankText(before)),
      words(rankText(after)),
      points(before.score),
      { ...points(after.score), isStrong: after.score !== before.score },
    ]),
  )
}

function rankText({ rank, isTied }: PlaceChange['before']): string {
  return isTied ? `并列${rank}` : String(rank)
}

function numbersTable({ rubric, outcome }: WhatIfFacts): ListedTable {
  return listedTable(
    'changed-numbers',
    '变动的数',
    [
      { key: 'center', name: '中心', width: 20, align: 'left' },
      { key: 'number', name: '项目', width: 35, align: 'left' },
      { key: 'before', name: '现在', width: 15, align: 'right' },
      { key: 'after', name: '设想', width: 15, align: 'right' },
      { key: 'difference', name: '差', width: 15, align: 'right' },
    ],
    outcome.numbers.map((number: ChangedNumber) => [
      words(number.centerName ?? '全区'),
      words(changedName(rubric, number)),
      changedFigure(number, 'before'),
      changedFigure(number, 'after'),
      changedBy(number),
    ]),
  )
}

function unchangedIn({ unchangedCenters, unchangedSections }: ScenarioOutcome): string {
  return `没有变动：${unchangedCenters}个中心的所有得分和名次，得分变动的中心的其他${unchangedSections}个部分。`
}

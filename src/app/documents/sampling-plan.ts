import { expectedVisits } from '../../core/analysis/sampling/expected-visits.ts'
import { planInWords, STANDING_NAMES } from '../../core/analysis/sampling/plan-in-words.ts'
import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import { MODE_NAMES } from '../../core/ledger/sampling-design.ts'
import type { PlanView } from '../sampling/list-plans.ts'
import { safeName } from './safe-name.ts'
import type { AssessmentFacts } from './sheet-facts.ts'
import { assessmentFactLines } from './sheet-front.ts'
import { count, words } from './document-cells.ts'
import { listedTable, type ListedTable } from './listed-table.ts'

export type SamplingPlanFacts = Pick<AssessmentFacts, 'rubric' | 'state' | 'clocks' | 'madeOn' | 'ledger'> & {
  readonly plan: PlanView
  readonly called: (personId: PersonId) => string
}

/** 抽查方案: what was committed with its code, what each center could expect, and every visit that the reader may see. */
export function samplingPlan(facts: SamplingPlanFacts): OfficialDocument {
  const { plan, ledger } = facts
  const { design, code, reveal, visits } = plan
  const span = `${design.from}至${design.to}`
  const tables = [sharesTable(facts), visitsTable(facts)]
  return {
    kind: 'sampling-plan',
    fileName: safeName(`抽查方案（${MODE_NAMES[design.mode]}，${span}）`),
    layout: 'form',
    isLandscape: false,
    head: null,
    title: ['抽查方案'],
    subtitle: null,
    facts: [
      ...assessmentFactLines(facts),
      { name: '方式和起止', value: `${MODE_NAMES[design.mode]}，${span}` },
      { name: '承诺码', value: code },
      { name: '状态', value: reveal === null ? '未揭示，只供检查和监督的人使用' : verdict(reveal.isMatching) },
    ],
    blocks: [
      paragraph(planInWords(design, visits ?? [])),
      ...tables.map((table): DocumentBlock => ({ kind: 'table', table })),
      ...(reveal === null
        ? []
        : [
            {
              kind: 'note' as const,
              text: `种子 ${reveal.seed}，盐 ${reveal.salt}；按《抽查》一章的抽法可以重抽一遍。`,
            },
          ]),
    ],
    closing: null,
    proof: {
      code: null,
      ledger,
      counts: tables.map((table) => ({ table: table.id, rows: table.rows.length })),
      totals: [],
      sentences: [
        `本表列中心${design.centers.length}个、抽查${visits?.length ?? 0}次。`,
        `方案摘要${plan.designDigest}，承诺${plan.commitment}。`,
        ...(ledger === null ? [] : [`所据台账至第${ledger.seq}条，摘要${ledger.head}。`]),
      ],
    },
    workings: [],
  }
}

function verdict(isMatching: boolean): string {
  return isMatching ? '已揭示，与承诺一致' : '已揭示，与承诺不一致'
}

function sharesTable({ plan: { design }, state }: SamplingPlanFacts): ListedTable {
  return listedTable(
    'shares',
    '中心、层和权重',
    [
      { key: 'center', name: '中心', width: 24, align: 'left' },
      { key: 'stratum', name: '层', width: 14, align: 'left' },
      { key: 'weight', name: '权重', width: 10, align: 'right' },
      { key: 'reason', name: '为何是这个权重', width: 32, align: 'left' },
      { key: 'expected', name: '平均次数', width: 20, align: 'right' },
    ],
    expectedVisits(design).map(({ center, numerator, denominator }) => [
      words(state.centers.get(center.centerId) ?? center.centerId),
      words(center.stratum),
      count(center.weight),
      words(center.reason),
      words(String(Math.round((100 * numerator) / denominator) / 100)),
    ]),
  )
}

function visitsTable({ plan: { visits }, state, called }: SamplingPlanFacts): ListedTable {
  return listedTable(
    'visits',
    '每一次抽查',
    [
      { key: 'number', name: '次序', width: 8, align: 'center' },
      { key: 'day', name: '日期', width: 16, align: 'center' },
      { key: 'center', name: '中心', width: 20, align: 'left' },
      { key: 'inspector', name: '检查员', width: 14, align: 'left' },
      { key: 'clauses', name: '查看的条款', width: 24, align: 'left' },
      { key: 'standing', name: '情况', width: 18, align: 'left' },
    ],
    (visits ?? []).map(({ visit, standing, reason }) => [
      count(visit.number),
      words(visit.day),
      words(state.centers.get(visit.centerId) ?? visit.centerId),
      words(called(visit.personId)),
      words(visit.clauseIds.join('、')),
      words(reason === null ? STANDING_NAMES[standing] : `${STANDING_NAMES[standing]}：${reason}`),
    ]),
  )
}

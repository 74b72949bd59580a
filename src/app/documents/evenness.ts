import { METHOD } from '../../core/analysis/evenness/evenness.ts'
import { LIKENESS_RULE } from '../../core/analysis/evenness/like-cases.ts'
import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { ShownEvenness } from '../analyzing/shown-evenness.ts'
import { amountsTable, comparisonsTable, effortTable, outcomesTable, pairsTable } from './evenness-tables.ts'
import { noticeInWords, yearInWords } from './letter-words.ts'
import { safeName } from './safe-name.ts'

export interface EvennessFacts {
  readonly shown: ShownEvenness
  readonly areNamed: boolean
  readonly rubric: Rubric
  readonly madeOn: PlainDate
  readonly ledger: OfficialDocument['proof']['ledger']
}

/** 尺度: the answer, what was compared and how, every amount, like cases with their reasons, and effort beside what it found. */
export function evenness({ shown, areNamed, rubric, madeOn, ledger }: EvennessFacts): OfficialDocument {
  const sections = [
    { title: '比较', before: [], table: comparisonsTable(shown), after: METHOD },
    { title: '情形相近而数额不同的', before: [], table: pairsTable(shown), after: [LIKENESS_RULE] },
    { title: '由人裁量的数额', before: [], table: amountsTable(shown), after: [] },
    { title: '查实和不予认定', before: [], table: outcomesTable(shown), after: [] },
    { title: '检查次数和发现', before: [shown.effortNote], table: effortTable(shown), after: [] },
  ].filter(({ table }) => table.rows.length > 0)
  const tables = sections.map(({ table }) => table)
  const counted =
    tables.length === 0
      ? '没有可列的数额和检查。'
      : `${tables.map(({ name, rows }) => `“${name}”${rows.length}行`).join('、')}。`
  return {
    kind: 'evenness',
    fileName: safeName(`裁量尺度分析${rubric.year === null ? '' : `（${rubric.year}年）`}`),
    layout: 'form',
    isLandscape: true,
    head: null,
    title: [`${yearInWords(rubric)}考核裁量尺度分析`],
    subtitle: null,
    facts: [
      { name: '考核依据', value: noticeInWords(rubric) },
      { name: '截至', value: madeOn },
      { name: '考核员', value: areNamed ? '以姓名列出，限领导和审计员' : '以甲、乙代称' },
    ],
    blocks: [
      ...shown.lead.map(paragraph),
      ...sections.flatMap(({ title, before, table, after }, at): DocumentBlock[] => [
        { kind: 'heading', level: 1, text: `${'一二三四五'.charAt(at)}、${title}` },
        ...before.map(paragraph),
        { kind: 'table', table },
        ...after.map((text): DocumentBlock => ({ kind: 'note', text })),
      ]),
    ],
    closing: null,
    proof: {
      code: null,
      ledger,
      counts: tables.map(({ id, rows }) => ({ table: id, rows: rows.length })),
      totals: [],
      sentences: [counted, ...(ledger === null ? [] : [`所据台账至第${ledger.seq}条，摘要${ledger.head}。`])],
    },
    workings: [],
  }
}

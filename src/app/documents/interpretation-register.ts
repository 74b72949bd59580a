import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { DocumentCell, DocumentColumn } from '../../core/document/document-table.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { Question } from '../../core/rubric/question.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { answerInWords, questionIsAbout, questionNumber, questionSentences } from './interpretation-words.ts'
import { noticeInWords, yearInWords } from './letter-words.ts'
import { safeName } from './safe-name.ts'
import { words } from './document-cells.ts'
import { listedTable, type ListedTable } from './listed-table.ts'

export interface RegisterFacts {
  readonly rubric: Rubric
  /** In the order given; `decider` is how whoever decided is called. */
  readonly given: readonly (Interpretation & { readonly decider: string })[]
  readonly madeOn: PlainDate
  readonly ledger: OfficialDocument['proof']['ledger']
}

type Given = RegisterFacts['given'][number]

/** 口径登记: what the notice leaves open, how the office reads it, who decided it when and why, and what nobody has answered. */
export function interpretationRegister(facts: RegisterFacts): OfficialDocument {
  const { rubric, given, madeOn, ledger } = facts
  const answers = rubric.questions.map((question) => ({
    question,
    given: given.filter(({ questionId }) => questionId === question.id),
  }))
  const inForce = answers.flatMap(({ question, given }) => given.slice(-1).map((answer) => ({ question, answer })))
  const earlier = answers.flatMap(({ question, given }) => given.slice(0, -1).map((answer) => ({ question, answer })))
  const open = answers.flatMap(({ question, given }) => (given.length === 0 ? [question] : []))
  const tables = [
    ...(inForce.length === 0 ? [] : [inForceTable(rubric, inForce)]),
    ...(earlier.length === 0 ? [] : [earlierTable(rubric, earlier)]),
    ...(open.length === 0 ? [] : [openTable(rubric, open)]),
  ]
  const counted = `通知没有写明之处${rubric.questions.length}项：已定口径${inForce.length}项，未答复${open.length}项；被取代的口径${earlier.length}条。`
  return {
    kind: 'interpretation-register',
    fileName: safeName(`口径登记表${rubric.year === null ? '' : `（${rubric.year}年）`}`),
    layout: 'form',
    isLandscape: true,
    head: null,
    title: [`${yearInWords(rubric)}考核口径登记表`],
    subtitle: null,
    facts: [
      { name: '考核依据', value: noticeInWords(rubric) },
      { name: '截至', value: madeOn },
    ],
    blocks: [paragraph(counted), ...tables.map((table): DocumentBlock => ({ kind: 'table', table })), ...NOTES],
    closing: {
      attachments: [],
      office: null,
      date: null,
      signatures: ['登记人', '审核人'],
      note: null,
      copiesTo: [],
      printedBy: null,
    },
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

const NOTES: readonly DocumentBlock[] = [
  { kind: 'note', text: '编号是这处问题在通知中的次序，定下口径以后不变；后定的口径取代先定的，先定的仍留在登记中。' },
]

interface Answered {
  readonly question: Question
  readonly answer: Given
}

const NUMBER: DocumentColumn = { key: 'number', name: '编号', width: 1.8, align: 'center' }
const ABOUT: DocumentColumn = { key: 'about', name: '条款', width: 2, align: 'left' }
const SENTENCE: DocumentColumn = { key: 'sentence', name: '通知原文', width: 5, align: 'left' }
const WHY: DocumentColumn = { key: 'why', name: '没有写明的', width: 4, align: 'left' }
const DECIDED: readonly DocumentColumn[] = [
  { key: 'reason', name: '理由', width: 4, align: 'left' },
  { key: 'decider', name: '决定人', width: 1.8, align: 'left' },
  { key: 'decided', name: '决定日期', width: 2.6, align: 'center' },
]

function inForceTable(rubric: Rubric, answered: readonly Answered[]): ListedTable {
  return listedTable(
    'in-force',
    '现行口径',
    [...QUESTION, { key: 'reading', name: '口径', width: 4, align: 'left' }, ...DECIDED],
    answered.map(({ question, answer }) => [
      ...questionCells(rubric, question),
      { ...words(answerInWords(rubric, answer)), isStrong: true },
      ...decidedCells(answer),
    ]),
  )
}

function earlierTable(rubric: Rubric, answered: readonly Answered[]): ListedTable {
  return listedTable(
    'earlier',
    '被取代的口径',
    [NUMBER, ABOUT, { key: 'reading', name: '原口径', width: 5, align: 'left' }, ...DECIDED],
    answered.map(({ question, answer }) => [
      words(questionNumber(rubric, question.id)),
      words(questionIsAbout(rubric, question)),
      { ...words(answerInWords(rubric, answer)), tone: 'dismissed' },
      ...decidedCells(answer),
    ]),
  )
}

function openTable(rubric: Rubric, questions: readonly Question[]): ListedTable {
  return listedTable(
    'open',
    '尚未答复的问题',
    [...QUESTION, { key: 'readings', name: '可以怎样读', width: 6, align: 'left' }],
    questions.map((question) => [
      ...questionCells(rubric, question),
      { kind: 'lines', lines: question.readings.map(({ label }) => label), tone: 'open' },
    ]),
  )
}

const QUESTION: readonly DocumentColumn[] = [NUMBER, ABOUT, SENTENCE, WHY]

function questionCells(rubric: Rubric, question: Question): DocumentCell[] {
  return [
    words(questionNumber(rubric, question.id)),
    words(questionIsAbout(rubric, question)),
    { kind: 'lines', lines: questionSentences(rubric, question) },
    words(question.why),
  ]
}

function decidedCells({ reason, decider, decidedOn }: Given): DocumentCell[] {
  return [words(reason), words(decider), { kind: 'date', date: decidedOn }]
}

import { dayInWords } from '../../core/document/day-in-words.ts'
import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { answersIn, objectionsIn } from '../../core/ledger/objections.ts'
import { changedNumbersBlocks, changedTotals, ownNumbers, type ChangedFacts } from './changed-numbers-table.ts'
import { decidedAmount, decisionAfter, decisionBefore } from './decision-around.ts'
import { evidenceBlocks } from './evidence-blocks.ts'
import { eventsOf, numberOf, proofOf, standingClause, type FindingFacts } from './finding-facts.ts'
import { letterOf } from './letter-frame.ts'
import { pairsTable } from './letter-tables.ts'
import { clauseQuote, deadlineInWords, noticeInWords, yearInWords } from './letter-words.ts'

type Told<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: Type }>
export type ReviewEvent = Told<'FindingUpheld' | 'FindingVaried' | 'FindingReversed'>

/** An appeal that is decided: what was said, what was answered, and what the answer changed. */
export interface AppealFacts extends FindingFacts, ChangedFacts {
  readonly appeal: Told<'AppealFiled'>
  readonly review: ReviewEvent
}

/** 复核决定书: every objection with its own answer, the decision with its reason, and every number that it changed. */
export function appealDecision(facts: AppealFacts): OfficialDocument {
  const { fields, told, rubric, notice, appeal, review, evidence } = facts
  const { centerName } = told
  const number = numberOf(facts)
  const objections = objectionsIn(appeal.grounds)
  return letterOf(fields, {
    kind: 'appeal-decision',
    fileName: `复核决定书（${centerName}，${number}）`,
    title: ['复核决定书'],
    blocks: [
      { kind: 'addressees', text: `${fields.addressees ?? centerName}：` },
      paragraph(
        `你中心对${noticeInWords(rubric)}${yearInWords(rubric)}考核中${number}问题的认定提出申诉。经复核，决定${OUTCOMES[review.type]}。现将复核情况告知如下。`,
      ),
      { kind: 'heading', level: 1, text: '一、原认定' },
      { kind: 'table', table: decisionTable(facts) },
      clauseQuote(rubric, notice, standingClause(facts)),
      { kind: 'heading', level: 1, text: '二、异议和答复' },
      ...objectionBlocks(facts, objections),
      ...(evidence.length === 0 ? [] : [paragraph(`申诉时提交证据${evidence.length}件，复核时一并查看，列明如下。`)]),
      ...evidenceBlocks('evidence', '申诉证据清单', evidence),
      { kind: 'heading', level: 1, text: '三、复核决定' },
      ...decisionBlocks(facts),
      { kind: 'heading', level: 1, text: '四、改动的数' },
      ...changedNumbersBlocks(facts),
    ],
    attachments: [],
    proof: {
      ...proofOf(facts, [`本决定书答复异议${objections.length}项，列改动的数${ownNumbers(facts).length}个。`]),
      totals: changedTotals(facts),
    },
  })
}

const OUTCOMES: Readonly<Record<ReviewEvent['type'], string>> = {
  FindingUpheld: '维持原认定',
  FindingVaried: '变更原认定',
  FindingReversed: '撤销原认定',
}

function decisionTable(facts: AppealFacts) {
  const { told, appeal, review } = facts
  const clause = standingClause(facts)
  const before = decisionBefore(told.history, review.seq)
  return pairsTable(
    'decision',
    '原认定',
    ['事项', '内容'],
    [
      { name: '编号', lines: [numberOf(facts)] },
      { name: '问题', lines: told.finding.description.split('\n') },
      ...(before === null
        ? []
        : [
            { name: '发生日期', lines: [dayInWords(before.occurredOn)] },
            {
              name: '认定',
              lines: [
                `${dayInWords(dayOf(before.decidedAt))}${before.isVaried ? '变更后为' : '查实'}${decidedAmount(clause, before)}`,
              ],
            },
            { name: '认定理由', lines: before.reasons },
          ]),
      { name: '申诉', lines: [`${dayInWords(dayOf(appeal.recordedAt))}提出`] },
      {
        name: '复核',
        lines: [
          `${dayInWords(dayOf(review.recordedAt))}作出决定，由复核员办理；该复核员没有登记、认定或者裁量过本事项`,
        ],
      },
    ],
  )
}

/** An answer that was written to the appeal as a whole stands once, after all objections. */
function objectionBlocks({ review }: AppealFacts, objections: readonly string[]): readonly DocumentBlock[] {
  const answers = answersIn(review.reason, objections.length)
  const each = objections.flatMap((objection, at) => [
    {
      kind: 'heading',
      level: 3,
      text: objections.length === 1 ? '申诉理由和答复' : `${at + 1}. 第${at + 1}项异议`,
    } as const,
    paragraph(`申诉称：${objection}`),
    ...(answers === null ? [] : [paragraph(`答复：${answers[at] ?? ''}`)]),
  ])
  return answers === null ? [...each, paragraph(`对以上各项一并答复：${review.reason}`)] : each
}

function decisionBlocks(facts: AppealFacts): readonly DocumentBlock[] {
  const { told, review } = facts
  const clause = standingClause(facts)
  const before = decisionBefore(told.history, review.seq)
  const after = decisionAfter(before, review)
  const served = eventsOf(facts, 'DecisionServed').find(({ seq }) => seq > review.seq && seq <= facts.effect.to)
  const was = before === null ? '' : decidedAmount(clause, before)
  const sentence =
    review.type === 'FindingReversed'
      ? `撤销原认定（${was}），该事项不计分。`
      : review.type === 'FindingUpheld'
        ? `维持原认定：${was}。`
        : `将原认定（${was}）变更为${after === null ? '' : decidedAmount(clause, after)}。`
  return [
    { kind: 'paragraph', pieces: [{ text: sentence, isStrong: true, tone: null }] },
    paragraph('理由见对各项异议的答复。'),
    ...(served === undefined
      ? []
      : [paragraph(`对本决定仍有异议的，可以申诉，期限为${deadlineInWords(served.appealBy)}。`)]),
  ]
}

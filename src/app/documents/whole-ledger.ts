import type { DocumentColumn, DocumentRow } from '../../core/document/document-table.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { ChainHead, Digest } from '../../core/ledger/chain.ts'
import { wordsOf } from '../../core/ledger/history-sentence.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { eventInWords, eventIsAbout, type EventSurroundings } from './event-in-words.ts'
import { noticeInWords, yearInWords } from './letter-words.ts'
import { safeName } from './safe-name.ts'

/** An event with the digests that chain it. */
export interface LedgerLine {
  readonly event: LedgerEvent
  readonly digest: Digest
  readonly previous: Digest
}

export interface LedgerFacts extends EventSurroundings {
  /** From the first to `head`, oldest first; a million of them never stand in memory together. */
  readonly lines: () => AsyncIterable<LedgerLine>
  readonly genesis: Digest
  readonly head: ChainHead
  /** How whoever acted is called. */
  readonly called: (personId: PersonId) => string
  readonly madeOn: PlainDate
}

/** 台账 as a file that people can read: every event, none left out. */
export function wholeLedger(facts: LedgerFacts): OfficialDocument {
  const { rubric, head, genesis, madeOn } = facts
  const { year } = rubric
  return {
    kind: 'ledger',
    fileName: safeName(`考核台账${year === null ? '' : `（${year}年）`}`),
    layout: 'form',
    isLandscape: true,
    head: null,
    title: [`${yearInWords(rubric)}考核台账`],
    subtitle: null,
    facts: [
      { name: '考核依据', value: noticeInWords(rubric) },
      { name: '条数', value: `${head.seq}条` },
      { name: '截至', value: madeOn },
      { name: '卷首摘要', value: genesis },
      { name: '末条摘要', value: head.digest },
    ],
    blocks: [
      {
        kind: 'table',
        table: {
          id: 'ledger',
          name: '台账',
          hasCaption: false,
          columns: COLUMNS,
          rows: () => rowsOf(facts),
          foot: [],
          isOfficial: false,
        },
      },
      {
        kind: 'note',
        text: `摘要只列前${SHORT}位；每条的摘要包含上一条的摘要，任何一条改动、增删，其后各条都对不上。`,
      },
    ],
    closing: null,
    proof: {
      code: null,
      ledger: { seq: head.seq, head: head.digest },
      counts: [{ table: 'ledger', rows: head.seq }],
      totals: [],
      sentences: [
        head.seq === 0 ? '台账尚无记载。' : `本文件列台账第1条至第${head.seq}条，共${head.seq}条，没有省略。`,
        `末条摘要${head.digest}；完整的台账和全部摘要在核对包中，可以离线核对。`,
      ],
    },
    workings: [],
  }
}

const COLUMNS: readonly DocumentColumn[] = [
  { key: 'seq', name: '序号', width: 1.2, align: 'right' },
  { key: 'recorded', name: '记录时间', width: 2.2, align: 'left' },
  { key: 'by', name: '办理人', width: 2.5, align: 'left' },
  { key: 'what', name: '办了什么', width: 4.6, align: 'left' },
  { key: 'about', name: '对象', width: 4, align: 'left' },
  { key: 'words', name: '理由或说明', width: 4.8, align: 'left' },
  { key: 'digest', name: '摘要', width: 1.7, align: 'left' },
  { key: 'previous', name: '上一条摘要', width: 1.7, align: 'left' },
]

const SHORT = 8

async function* rowsOf(facts: LedgerFacts): AsyncGenerator<DocumentRow> {
  for await (const { event, digest, previous } of facts.lines()) {
    const words = [
      // 2021-10-25 09:30:00, by the ledger's own clock.
      event.recordedAt.slice(0, 19).replace('T', ' '),
      facts.called(event.by),
      eventInWords(event, facts),
      eventIsAbout(event, facts),
      wordsOf(event) ?? '',
      digest.slice(0, SHORT),
      previous.slice(0, SHORT),
    ]
    yield {
      key: null,
      cells: [
        { kind: 'count', count: event.seq, formula: null },
        ...words.map((text) => ({ kind: 'text', text }) as const),
      ],
      height: null,
    }
  }
}

import type { DocumentCell, DocumentRow, DocumentTable } from '../../core/document/document-table.ts'
import type { DocumentFact, OfficialDocument } from '../../core/document/official-document.ts'
import type { CenterId, ClauseId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import type { Finding, FindingStanding } from '../../core/ledger/assessment-state.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import { clauseName } from '../../core/rubric/clause-name.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'
import { clauseOf, dayOf, type FindingFilter } from '../reading/finding-filter.ts'
import { findingPictures, PICTURES_EACH, PICTURES_IN_ALL, type PictureOf } from './finding-pictures.ts'
import { count, words } from './document-cells.ts'
import { CHANNELS, noticeInWords, sectionName, yearInWords } from './letter-words.ts'
import { safeName } from './safe-name.ts'

/** What a list of findings is made of; nothing of it changes while its rows are written. */
export interface FindingListFacts {
  readonly rubric: Rubric
  readonly madeOn: PlainDate
  readonly ledger: { readonly seq: number; readonly head: string }
  readonly filter: FindingFilter
  /** Of the same filter without its `standings`. */
  readonly byStanding: Readonly<Record<FindingStanding, number>>
  readonly centers: ReadonlyMap<CenterId, string>
  /** In the order of the list. */
  readonly findings: readonly Finding[]
  /** What its line of the sheet moves; null where the sheet has none. */
  readonly effectOf: (finding: Finding) => SignedPoints | null
  readonly reasonOf: (finding: Finding) => Promise<string>
  readonly pictureOf: PictureOf
}

/** 问题清单: what was found, what became of it, what it cost, and small pictures of what shows it. */
export function findingList(facts: FindingListFacts): OfficialDocument {
  const { rubric, findings, ledger, madeOn } = facts
  const total = findings.reduce((sum, finding) => sum + (facts.effectOf(finding) ?? 0), 0)
  const files = findings.reduce((sum, { evidence }) => sum + evidence.length, 0)
  return {
    kind: 'finding-list',
    fileName: safeName(`问题清单（${madeOn}）`),
    layout: 'form',
    isLandscape: true,
    head: null,
    title: [`${yearInWords(rubric)}考核问题清单`],
    subtitle: null,
    facts: [{ name: '考核依据', value: noticeInWords(rubric) }, { name: '截至', value: madeOn }, ...filterFacts(facts)],
    blocks: [
      { kind: 'table', table: listTable(facts, total, files > 0) },
      {
        kind: 'note',
        text: '“扣分”是该问题现在在得分表上加减的分值，未决的为空或零；合计是各件之和，扣完为止等上下限另见得分表。',
      },
      ...(files === 0 ? [] : [{ kind: 'note', text: picturesNote(files) } as const]),
    ],
    closing: null,
    proof: {
      code: null,
      ledger,
      counts: [{ table: TABLE, rows: findings.length }],
      totals: [{ name: '合计', points: total }],
      sentences: [
        `本清单列问题${findings.length}件${standingsIn(findings)}；证据${files}件；扣分合计${formatPoints(total)}分。`,
        `本清单依据考核台账第1至${ledger.seq}条制作，台账末端摘要为${ledger.head}。`,
      ],
    },
    workings: [],
  }
}

const TABLE = 'findings'

const STANDINGS: Readonly<Record<FindingStanding, string>> = {
  suspected: '疑点',
  reported: '已上报',
  notified: '待查实',
  substantiated: '查实',
  dismissed: '不予认定',
  reversed: '已撤销',
  withdrawn: '已撤回',
}

function picturesNote(files: number): string {
  return `证据共${files}件。照片附小图，每件问题最多${PICTURES_EACH}张，本文件最多${PICTURES_IN_ALL}张；其余证据和原件可在考核系统中查看。`
}

/** ：查实12件、不予认定3件. */
function standingsIn(findings: readonly Finding[]): string {
  const counts = new Map<FindingStanding, number>()
  for (const { standing } of findings) counts.set(standing, (counts.get(standing) ?? 0) + 1)
  const said = (Object.keys(STANDINGS) as FindingStanding[]).flatMap((standing) => {
    const number = counts.get(standing)
    return number === undefined ? [] : [`${STANDINGS[standing]}${number}件`]
  })
  return said.length === 0 ? '' : `（${said.join('、')}）`
}

function filterFacts({ filter, centers, rubric }: FindingListFacts): DocumentFact[] {
  const { centerId, standings, clauseId, source, text, occurredFrom, occurredTo, isMine } = filter
  const days = [occurredFrom === null ? '' : `${occurredFrom}起`, occurredTo === null ? '' : `${occurredTo}止`].join('')
  const said: readonly (readonly [name: string, value: string])[] = [
    ['中心', centerId === null ? '' : (centers.get(centerId) ?? centerId)],
    ['状态', standings.map((standing) => STANDINGS[standing]).join('、')],
    ['条款', clauseId === null ? '' : placeName(rubric, clauseId)],
    ['来源', source === null ? '' : CHANNELS[source]],
    ['发生日期', days],
    ['含有文字', text ?? ''],
    ['范围', isMine ? '只列等本人办理的' : ''],
  ]
  return said.flatMap(([name, value]) => (value === '' ? [] : [{ name, value }]))
}

/** A section, a criterion or a clause: ids are positions. */
function placeName(rubric: Rubric, wanted: string): string {
  const section = rubric.sections.find(({ id }) => id === wanted)
  if (section !== undefined) return sectionName(rubric, section.id)
  const criterion = rubric.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === wanted)
  return criterion === undefined ? clauseName(rubric, wanted as ClauseId) : criterion.text
}

function listTable(facts: FindingListFacts, total: number, hasEvidence: boolean): DocumentTable {
  const columns: DocumentTable['columns'] = [
    { key: 'number', name: '编号', width: 7, align: 'right' },
    { key: 'center', name: '中心', width: 10, align: 'left' },
    { key: 'clause', name: '条款', width: 18, align: 'left' },
    { key: 'day', name: '发生日期', width: 11, align: 'center' },
    { key: 'description', name: '情况', width: 21, align: 'left' },
    { key: 'occurrences', name: '次数', width: 6, align: 'right' },
    { key: 'standing', name: '状态', width: 7, align: 'center' },
    { key: 'effect', name: '扣分', width: 6, align: 'right' },
    { key: 'reason', name: '决定的理由', width: 16, align: 'left' },
    { key: 'basis', name: '依据', width: 10, align: 'left' },
    ...(hasEvidence ? [{ key: 'pictures', name: '证据', width: 15, align: 'left' } as const] : []),
  ]
  const nothing = (from: number) => columns.slice(from).map((): DocumentCell => ({ kind: 'blank' }))
  return {
    id: TABLE,
    name: '问题清单',
    hasCaption: false,
    columns,
    rows: () => rowsOf(facts, hasEvidence),
    foot: [
      {
        key: null,
        height: null,
        cells: [
          { ...words(`合计${facts.findings.length}件`), colSpan: 7, align: 'center' },
          ...Array.from({ length: 6 }, () => null),
          {
            kind: 'points',
            points: total,
            formula: { op: 'sum-of-column', table: TABLE, column: 'effect', where: [] },
            isSigned: true,
          },
          ...nothing(8),
        ],
      },
    ],
    isOfficial: true,
  }
}

async function* rowsOf(facts: FindingListFacts, hasEvidence: boolean): AsyncGenerator<DocumentRow> {
  const { rubric, centers } = facts
  const picturesOf = findingPictures(facts.pictureOf)
  for (const finding of facts.findings) {
    const { centerId, description, decision, occurrences, standing, evidence, records, because } = finding
    const clauseId = clauseOf(finding) as ClauseId
    const quote = findClause(rubric, clauseId)?.quote
    const effect = facts.effectOf(finding)
    const pictures = hasEvidence ? await picturesOf(finding) : []
    const basis = [
      `台账${because.join('、')}`,
      ...(records.length === 0 ? [] : [`业务记录${records.length}条`]),
      ...(evidence.length === 0 ? [] : [`证据${evidence.length}件，附图${pictures.length}张`]),
    ]
    yield {
      key: null,
      height: null,
      cells: [
        count(caseNumber(finding)),
        words(centers.get(centerId) ?? centerId),
        { kind: 'lines', lines: [clauseName(rubric, clauseId), ...(quote === undefined ? [] : [quote])] },
        { kind: 'date', date: dayOf(finding) },
        words(description),
        count(decision?.occurrences ?? occurrences),
        words(STANDINGS[standing]),
        effect === null
          ? { kind: 'blank' }
          : { kind: 'points', points: effect, formula: null, isSigned: true, ...(effect < 0 ? { tone: 'lost' } : {}) },
        words(await facts.reasonOf(finding)),
        { kind: 'lines', lines: basis },
        ...(hasEvidence ? [picturesCell(pictures)] : []),
      ],
    }
  }
}

function picturesCell(pictures: Extract<DocumentCell, { kind: 'pictures' }>['pictures']): DocumentCell {
  return pictures.length === 0 ? { kind: 'blank' } : { kind: 'pictures', pictures }
}

import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { DocumentProof } from '../../core/document/document-proof.ts'
import type { DocumentTable } from '../../core/document/document-table.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import { scoresText } from '../../core/scoring/points-text.ts'
import { LOCAL_COLUMNS, type LocalColumn } from './sheet-columns.ts'
import type { SheetFacts } from './sheet-facts.ts'
import { formTitle, inBrackets, sheetFactLines, assessmentFactLines, stateOf } from './sheet-front.ts'
import { sheetNotes, sheetSentences } from './sheet-sentences.ts'
import { sheetTable, sectionHeading } from './sheet-table.ts'
import { safeName } from './safe-name.ts'
import { scoreWorkings } from './workings/score-workings.ts'

/** 得分表 of one center: the notice's own table filled in, as an office signs and files it. */
export function scoreSheet(facts: SheetFacts, columns: readonly LocalColumn[] = LOCAL_COLUMNS): OfficialDocument {
  const workings = scoreWorkings([facts])
  const table = sheetTable(facts, workings, columns)
  return {
    kind: 'score-sheet',
    fileName: safeName(`${facts.sheet.centerName}考核得分表${inBrackets(facts)}`),
    layout: 'form',
    isLandscape: true,
    head: null,
    title: [formTitle(facts), '得分表'],
    subtitle: null,
    facts: sheetFactLines(facts),
    blocks: sheetBlocks(facts, table),
    closing: {
      attachments: [],
      office: null,
      date: null,
      signatures: ['考核人', '考核单位负责人', '被考核单位负责人'],
      note: null,
      copiesTo: [],
      printedBy: null,
    },
    proof: proofOf(facts, table),
    workings: workings.tables,
  }
}

function sheetBlocks(facts: SheetFacts, table: DocumentTable): DocumentBlock[] {
  return [{ kind: 'table', table }, ...sheetNotes(facts).map((text): DocumentBlock => ({ kind: 'note', text }))]
}

function proofOf(facts: SheetFacts, table: DocumentTable): DocumentProof {
  const { sheet, verification, ledger, rubric } = facts
  const rows = typeof table.rows === 'function' ? 0 : table.rows.length
  return {
    code: verification?.code ?? null,
    ledger,
    counts: [{ table: table.id, rows }],
    totals: [
      ...sheet.sections.map(({ sectionId, score }) => {
        const section = rubric.sections.find(({ id }) => id === sectionId)
        return { name: section === undefined ? sectionId : sectionHeading(section), points: score }
      }),
      { name: '合计', points: sheet.score },
    ],
    sentences: sheetSentences(facts, rows),
  }
}

/** All centers of an assessment in one document, each from a new page on. */
export function scoreSheets(
  all: readonly SheetFacts[],
  columns: readonly LocalColumn[] = LOCAL_COLUMNS,
): OfficialDocument {
  const [first] = all
  if (first === undefined) throw new Error('no center is enrolled')
  const workings = scoreWorkings(all)
  const parts = all.map((facts, at) => {
    const table = { ...sheetTable(facts, workings, columns), id: `sheet-${at + 1}`, name: facts.sheet.centerName }
    return { facts, table, proof: proofOf(facts, table) }
  })
  const counts = parts.flatMap(({ proof }) => proof.counts)
  return {
    kind: 'score-sheet',
    fileName: safeName(`各中心考核得分表${inBrackets(first)}`),
    layout: 'form',
    isLandscape: true,
    head: null,
    title: [formTitle(first), '各中心得分表'],
    subtitle: null,
    facts: assessmentFactLines(first),
    blocks: parts.flatMap(({ facts, table, proof }, at): DocumentBlock[] => [
      ...(at === 0 ? [] : [{ kind: 'page-break' } as const]),
      { kind: 'heading', level: 1, text: facts.sheet.centerName },
      paragraph(headOf(facts)),
      ...sheetBlocks(facts, table),
      ...proof.sentences.map((text): DocumentBlock => ({ kind: 'note', text })),
    ]),
    closing: null,
    proof: {
      code: null,
      ledger: first.ledger,
      counts,
      totals: parts.map(({ facts: { sheet } }) => ({ name: sheet.centerName, points: sheet.score })),
      sentences: [
        `本文件列${all.length}个中心的得分表，共${counts.reduce((sum, { rows }) => sum + rows, 0)}行；每个中心的核验码在其得分表之后。`,
      ],
    },
    workings: workings.tables,
  }
}

function headOf(facts: SheetFacts): string {
  const { sheet } = facts
  const open = sheet.isSettled ? '' : `，未决事项${sheet.open.length}项，可能得分${scoresText(sheet.interval)}`
  return `状态：${stateOf(facts)}　合计：${formatPoints(sheet.score)}分${open}`
}

import type { DocumentCell, DocumentColumn, DocumentTable } from '../../core/document/document-table.ts'
import { scoresText } from '../../core/scoring/points-text.ts'
import type { RankedSheet } from '../../core/analysis/rank-sheets.ts'
import { sectionHeading } from './sheet-table.ts'
import type { SheetFacts } from './sheet-facts.ts'
import { TOTALS, type ScoreWorkings } from './workings/score-workings.ts'

export type RankedFacts = Omit<RankedSheet, 'sheet'> & { readonly facts: SheetFacts }

/** A row a center, the highest first; every score and rank is computed from the workings. */
export function rankingTable(ranked: readonly RankedFacts[], workings: ScoreWorkings): DocumentTable {
  const rubric = ranked[0]?.facts.rubric
  const hasOpen = ranked.some(({ facts }) => !facts.sheet.isSettled)
  const sections = rubric?.sections ?? []
  const open: readonly DocumentColumn[] = [
    { key: 'interval', name: '可能得分', width: 25, align: 'center' },
    { key: 'possible', name: '可能名次', width: 14, align: 'center' },
    { key: 'open', name: '未决事项', width: 10, align: 'center' },
  ]
  return {
    id: 'ranking',
    name: '汇总排名',
    hasCaption: false,
    isOfficial: true,
    columns: [
      { key: 'rank', name: '名次', width: 12, align: 'center' },
      { key: 'center', name: '中心', width: 34, align: 'left' },
      ...sections.map((section): DocumentColumn => ({
        key: `section-${section.id}`,
        name: sectionHeading(section),
        width: 16,
        align: 'center',
      })),
      { key: 'total', name: '合计', width: 15, align: 'center' },
      ...(hasOpen ? open : []),
    ],
    rows: ranked.map(({ facts: { sheet }, rank, isTied, possible }) => {
      const total = workings.total(sheet.centerId)
      return {
        key: sheet.centerId,
        height: null,
        cells: [
          {
            kind: 'count',
            count: rank,
            isStrong: true,
            formula: { op: 'rank', table: TOTALS, column: 'total', of: total.formula },
          },
          text(isTied ? `${sheet.centerName}（并列）` : sheet.centerName),
          ...sheet.sections.map((section): DocumentCell => ({
            kind: 'points',
            points: section.score,
            formula: workings.section(sheet.centerId, section.sectionId).formula,
            isSigned: false,
          })),
          { kind: 'points', points: sheet.score, formula: total.formula, isSigned: false, isStrong: true },
          ...(hasOpen
            ? [
                sheet.isSettled ? text('已定') : openText(scoresText(sheet.interval)),
                possible[0] === possible[1] ? text(String(possible[0])) : openText(`${possible[0]}–${possible[1]}`),
                { kind: 'count', count: sheet.open.length, formula: null } as const,
              ]
            : []),
        ],
      }
    }),
    foot: [],
  }
}

function text(value: string): DocumentCell {
  return { kind: 'text', text: value }
}

function openText(value: string): DocumentCell {
  return { kind: 'text', text: value, tone: 'open' }
}

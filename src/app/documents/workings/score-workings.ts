/**
 * What a workbook recomputes scores from: the rubric, every line, caps and floors, sections and totals, each a table. The
 * figures on the form stand on these by formulas, so whoever changes a count in the lines sees every score follow. A formula
 * that would not give the very figure of the sheet is never set: the figure then stands by itself and says so.
 */
import type { DocumentCell, DocumentTable } from '../../../core/document/document-table.ts'
import type { CenterId, CriterionId, SectionId } from '../../../core/kernel/identifiers.ts'
import type { SectionScore, SignedPoints } from '../../../core/scoring/score-sheet.ts'
import { points, words } from '../document-cells.ts'
import type { SheetFacts } from '../sheet-facts.ts'
import { adjustmentsOf, adjustmentsTable, ADJUSTMENTS, type WorkingAdjustment } from './working-adjustments.ts'
import { constant, highest, minus, standing, sum, type Figure } from './figure.ts'
import { linesOf, linesTable, sumOfLines, WHOSE_SECTION, type WorkingLine } from './working-lines.ts'
import { rubricTable } from './working-rubric.ts'

export interface ScoreWorkings {
  readonly tables: readonly DocumentTable[]
  readonly section: (centerId: CenterId, sectionId: SectionId) => Figure
  /** What the lines of a criterion come to, before caps and floors. */
  readonly criterion: (centerId: CenterId, criterionId: CriterionId) => Figure
  readonly total: (centerId: CenterId) => Figure
}

export const SECTIONS = 'sections'
export const TOTALS = 'totals'

interface WorkingSection {
  readonly key: string
  readonly score: SectionScore
  readonly start: SignedPoints
  readonly lines: Figure
  readonly adjustments: Figure
  readonly total: Figure
}

interface WorkingSheet {
  readonly facts: SheetFacts
  readonly lines: readonly WorkingLine[]
  readonly adjustments: readonly WorkingAdjustment[]
  readonly sections: readonly WorkingSection[]
}

export function scoreWorkings(sheets: readonly SheetFacts[]): ScoreWorkings {
  const made = sheets.map(workingSheet)
  const of = new Map(made.map((one) => [one.facts.sheet.centerId, one]))
  const found = (centerId: CenterId): WorkingSheet => {
    const one = of.get(centerId)
    if (one === undefined) throw new Error(`no sheet of ${centerId}`)
    return one
  }
  const [first] = sheets
  return {
    tables: [
      ...(first === undefined ? [] : [rubricTable(first)]),
      linesTable(made),
      adjustmentsTable(made),
      sectionsTable(made),
      totalsTable(made),
    ],
    section: (centerId, sectionId) => {
      const own = found(centerId).sections.find(({ score }) => score.sectionId === sectionId)
      if (own === undefined) throw new Error(`no section ${sectionId} of ${centerId}`)
      return standing(SECTIONS, own.key, 'score', own.score.score)
    },
    criterion: (centerId, criterionId) => sumOfLines(found(centerId).lines, { centerId, criterionId }),
    total: (centerId) => standing(TOTALS, centerId, 'total', found(centerId).facts.sheet.score),
  }
}

function workingSheet(facts: SheetFacts): WorkingSheet {
  const { sheet, explained, plan } = facts
  const { centerId } = sheet
  const lines = linesOf(facts)
  const hasVeto = plan.clauses.some(({ isVeto }) => isVeto)
  const adjustments: WorkingAdjustment[] = []
  const sections = sheet.sections.map((score, at): WorkingSection => {
    const { sectionId } = score
    const start = explained.sections[at]?.start ?? 0
    const sectionPlan = plan.sections[at]
    if (sectionPlan?.sectionId !== sectionId) throw new Error(`the plan has no section ${sectionId}`)
    const own = adjustmentsOf(facts, score, sectionPlan, start, lines)
    adjustments.push(...own)
    const moved = sumOfLines(lines, { centerId, sectionId })
    const vetoed = sumOfLines(lines, { centerId, sectionId, pool: '一票否决' })
    const linesSum = hasVeto ? sum(moved, minus(vetoed)) : moved
    const adjusted = sumOfAdjustments(own, centerId, sectionId)
    return {
      key: `${centerId}/${sectionId}`,
      score,
      start,
      lines: linesSum,
      adjustments: adjusted,
      total: sum(constant(start), linesSum, adjusted),
    }
  })
  return { facts, lines, adjustments, sections }
}

function sumOfAdjustments(own: readonly WorkingAdjustment[], centerId: CenterId, sectionId: SectionId): Figure {
  if (own.length === 0) return constant(0)
  const where = [
    { column: 'center-id', equals: centerId },
    { column: 'section', equals: sectionId },
  ]
  return {
    value: own.reduce((all, { effect }) => all + effect.value, 0),
    formula: { op: 'sum-of-column', table: ADJUSTMENTS, column: 'effect', where },
  }
}

function sectionsTable(sheets: readonly WorkingSheet[]): DocumentTable {
  return {
    id: SECTIONS,
    name: '各部分得分',
    hasCaption: true,
    isOfficial: false,
    columns: [
      ...WHOSE_SECTION,
      { key: 'title', name: '名称', width: 22, align: 'left' },
      { key: 'start', name: '起算', width: 8, align: 'right' },
      { key: 'lines', name: '明细合计', width: 9, align: 'right' },
      { key: 'adjustments', name: '调整', width: 8, align: 'right' },
      { key: 'score', name: '得分', width: 8, align: 'right' },
      { key: 'lowest', name: '最低', width: 8, align: 'right' },
      { key: 'highest', name: '最高', width: 8, align: 'right' },
    ],
    rows: sheets.flatMap(({ facts, sections }) =>
      sections.map(({ key, score, start, lines, adjustments, total }, at) => ({
        key,
        height: null,
        cells: [
          words(facts.sheet.centerId),
          words(facts.sheet.centerName),
          words(score.sectionId),
          words(facts.explained.sections[at]?.title ?? ''),
          points(start),
          computed(lines, lines.value, true),
          computed(adjustments, adjustments.value, true),
          computed(rowSum(total), score.score, false),
          points(score.interval[0]),
          points(score.interval[1]),
        ],
      })),
    ),
    foot: [],
  }
}

/** Start, lines and adjustments stand in the same row. */
function rowSum({ value }: Figure): Figure {
  const here = (column: string) => ({ op: 'here', column }) as const
  return { value, formula: { op: 'sum', of: [here('start'), here('lines'), here('adjustments')] } }
}

function totalsTable(sheets: readonly WorkingSheet[]): DocumentTable {
  return {
    id: TOTALS,
    name: '合计',
    hasCaption: true,
    isOfficial: false,
    columns: [
      { key: 'center-id', name: '中心编号', width: 10, align: 'left' },
      { key: 'center', name: '中心', width: 18, align: 'left' },
      { key: 'sections', name: '各部分之和', width: 10, align: 'right' },
      { key: 'veto', name: '一票否决', width: 10, align: 'right' },
      { key: 'total', name: '合计', width: 10, align: 'right' },
      { key: 'lowest', name: '最低', width: 8, align: 'right' },
      { key: 'highest', name: '最高', width: 8, align: 'right' },
    ],
    rows: sheets.map(({ facts: { sheet }, sections }) => {
      const all = sections.reduce((points, { score }) => points + score.score, 0)
      const veto = sheet.score - all
      const taken = minus(highest(constant(0), { value: all, formula: { op: 'here', column: 'sections' } }))
      return {
        key: sheet.centerId,
        height: null,
        cells: [
          words(sheet.centerId),
          words(sheet.centerName),
          computed(sectionsSum(sheet.centerId, all), all, false),
          veto === 0 ? points(0) : computed(taken, veto, true),
          computed(
            {
              value: all + veto,
              formula: {
                op: 'sum',
                of: [
                  { op: 'here', column: 'sections' },
                  { op: 'here', column: 'veto' },
                ],
              },
            },
            sheet.score,
            false,
          ),
          points(sheet.interval[0]),
          points(sheet.interval[1]),
        ],
      }
    }),
    foot: [],
  }
}

function sectionsSum(centerId: CenterId, value: SignedPoints): Figure {
  const where = [{ column: 'center-id', equals: centerId }]
  return { value, formula: { op: 'sum-of-column', table: SECTIONS, column: 'score', where } }
}

/** The figure of the sheet, with the formula only where it gives just that. */
function computed(figure: Figure, points: SignedPoints, isSigned: boolean): DocumentCell {
  return { kind: 'points', points, formula: figure.value === points ? figure.formula : null, isSigned }
}

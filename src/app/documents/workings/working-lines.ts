import type { DocumentCell, DocumentColumn, DocumentRow, DocumentTable } from '../../../core/document/document-table.ts'
import type { Formula, Match } from '../../../core/document/formula.ts'
import type { CenterId, ClauseId, CriterionId, SectionId } from '../../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import { numbered } from '../../../core/ledger/case-number.ts'
import type { ClausePlan } from '../../../core/scoring/clause-plan.ts'
import type { LineOutcome, ScoreLine } from '../../../core/scoring/score-sheet.ts'
import { signedPoints, words } from '../document-cells.ts'
import type { SheetFacts } from '../sheet-facts.ts'
import { caseOf, clauseRefOf } from '../sheet-facts.ts'
import type { Figure } from './figure.ts'

const LINES = 'lines'

/** What a line does to its section; a veto takes from the total alone. */
export type Pool = '扣分' | '扣分（扣完后续扣）' | '加分' | '得分制得分' | '本项不得分' | '本部分不得分' | '一票否决'

/** One line of a sheet as the workbook holds it, and what formulas may sum it by. */
export interface WorkingLine {
  readonly centerId: CenterId
  readonly sectionId: SectionId
  readonly criterionId: CriterionId
  readonly clauseId: ClauseId
  readonly pool: Pool
  readonly line: ScoreLine
  readonly sentence: string
}

export function linesOf(facts: SheetFacts): WorkingLine[] {
  const { sheet, explained, plan } = facts
  return sheet.sections.flatMap((section, at) =>
    section.lines.map((line, place): WorkingLine => {
      const clause = plan.clauseOf.get(line.clauseId)
      if (clause === undefined) throw new Error(`the rubric has no clause ${line.clauseId}`)
      return {
        centerId: sheet.centerId,
        sectionId: section.sectionId,
        criterionId: line.criterionId,
        clauseId: line.clauseId,
        pool: poolOf(clause),
        line,
        sentence: explained.sections[at]?.lines[place]?.sentence ?? '',
      }
    }),
  )
}

function poolOf({ isVeto, isZero, clause, sign }: ClausePlan): Pool {
  if (isVeto) return '一票否决'
  if (isZero) return clause.scope === 'item' ? '本项不得分' : '本部分不得分'
  if (sign < 0) return clause.beyondCap || clause.scope === 'total' ? '扣分（扣完后续扣）' : '扣分'
  return clause.direction === 'earn' ? '得分制得分' : '加分'
}

type Where = Partial<Pick<WorkingLine, 'centerId' | 'sectionId' | 'criterionId' | 'clauseId' | 'pool'>>

const COLUMN_OF = {
  centerId: 'center-id',
  sectionId: 'section',
  criterionId: 'criterion',
  clauseId: 'clause',
  pool: 'pool',
} as const satisfies Record<keyof Where, string>

/** The effects of all lines that agree with what is asked. */
export function sumOfLines(lines: readonly WorkingLine[], where: Where): Figure {
  const asked = Object.entries(where) as [keyof Where, string][]
  const matches = asked.map(([name, equals]): Match => ({ column: COLUMN_OF[name], equals }))
  const value = lines.reduce(
    (all, line) => (asked.every(([name, equals]) => line[name] === equals) ? all + line.line.effect : all),
    0,
  )
  return { value, formula: { op: 'sum-of-column', table: LINES, column: 'effect', where: matches } }
}

/** Where a row of any of these tables belongs: its first columns. */
export const WHOSE_SECTION = [
  { key: 'center-id', name: '中心编号', width: 10, align: 'left' },
  { key: 'center', name: '中心', width: 18, align: 'left' },
  { key: 'section', name: '部分', width: 6, align: 'left' },
] as const satisfies readonly DocumentColumn[]

const COUNTED = '次数×单价'
const FIXED = '按决定'

/** Every line of every sheet; whoever changes a count or a price there sees all scores recomputed. */
export function linesTable(
  sheets: readonly { readonly facts: SheetFacts; readonly lines: readonly WorkingLine[] }[],
): DocumentTable {
  return {
    id: LINES,
    name: '计分明细',
    hasCaption: true,
    isOfficial: false,
    columns: [
      ...WHOSE_SECTION,
      { key: 'criterion', name: '项目', width: 7, align: 'left' },
      { key: 'clause', name: '款', width: 8, align: 'left' },
      { key: 'reference', name: '款名', width: 8, align: 'left' },
      { key: 'case', name: '编号', width: 9, align: 'left' },
      { key: 'day', name: '发生日期', width: 11, align: 'left' },
      { key: 'count', name: '次数', width: 6, align: 'right' },
      { key: 'price', name: '单价', width: 7, align: 'right' },
      { key: 'pool', name: '归入', width: 14, align: 'left' },
      { key: 'how', name: '怎样得出', width: 11, align: 'left' },
      { key: 'effect', name: '计分', width: 8, align: 'right' },
      { key: 'lowest', name: '最低', width: 7, align: 'right' },
      { key: 'highest', name: '最高', width: 7, align: 'right' },
      { key: 'state', name: '计分与否', width: 12, align: 'left' },
      { key: 'sentence', name: '说明', width: 44, align: 'left' },
      { key: 'basis', name: '台账', width: 16, align: 'left' },
    ],
    rows: sheets.flatMap(({ facts, lines }) => lines.map((line) => rowOf(facts, line))),
    foot: [],
  }
}

function rowOf(facts: SheetFacts, { line, sentence, pool, ...at }: WorkingLine): DocumentRow {
  const { subject, outcome, effect, between } = line
  const found = caseOf(facts, line)
  const count = subject.kind === 'period' ? 1 : subject.occurrences
  const price = priceOf(outcome, effect, count)
  return {
    key: null,
    height: null,
    cells: [
      words(at.centerId),
      words(facts.sheet.centerName),
      words(at.sectionId),
      words(at.criterionId),
      words(at.clauseId),
      words(clauseRefOf(facts, at.clauseId)),
      words(found === null ? '' : numbered(found.number)),
      found === null ? words('') : dayCell(found.occurredOn),
      { kind: 'count', count, formula: null },
      signedPoints(price ?? effect),
      words(pool),
      words(price === null ? FIXED : COUNTED),
      {
        kind: 'points',
        points: effect,
        isSigned: true,
        formula: price === null ? here('price') : { op: 'product', of: [here('count'), here('price')] },
      },
      signedPoints(between[0]),
      signedPoints(between[1]),
      words(stateOf(line)),
      words(sentence),
      words(line.because.join('、')),
    ],
  }
}

/** What one costs, where the line is just so many times that; null where something else made its effect. */
function priceOf(outcome: LineOutcome, effect: number, count: number): number | null {
  if (!('perOccurrence' in outcome)) return null
  return outcome.perOccurrence * count === effect ? outcome.perOccurrence : null
}

function stateOf({ effect, between }: ScoreLine): string {
  const isOpen = between[0] !== effect || between[1] !== effect
  if (effect === 0) return isOpen ? '未决，现不计' : '不计分'
  return isOpen ? '计分，仍可变' : '计分'
}

function here(column: string): Formula {
  return { op: 'here', column }
}

function dayCell(date: PlainDate): DocumentCell {
  return { kind: 'date', date }
}

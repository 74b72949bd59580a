import type { DocumentCell, DocumentRow, DocumentTable } from '../../core/document/document-table.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import type { Criterion, Section } from '../../core/rubric/rubric.ts'
import { scoresText } from '../../core/scoring/points-text.ts'
import type { SectionScore } from '../../core/scoring/score-sheet.ts'
import { sectionTitle } from './letter-words.ts'
import { basisOf, reasonOf } from './line-reasons.ts'
import { sheetColumns, type LocalColumn } from './sheet-columns.ts'
import type { SheetFacts } from './sheet-facts.ts'
import type { ScoreWorkings } from './workings/score-workings.ts'

/** The notice's own table, filled in: a row a criterion, a row of arithmetic a section, and the total below. */
export function sheetTable(facts: SheetFacts, workings: ScoreWorkings, wanted: readonly LocalColumn[]): DocumentTable {
  const { sheet, explained, rubric, printed } = facts
  const columns = sheetColumns(printed, wanted)
  const keys = columns.map(({ key }) => key)
  return {
    id: 'sheet',
    name: '得分表',
    hasCaption: false,
    isOfficial: true,
    columns,
    rows: sheet.sections.flatMap((score, at) => {
      const section = rubric.sections.find(({ id }) => id === score.sectionId)
      if (section === undefined) throw new Error(`the rubric has no section ${score.sectionId}`)
      const arithmetic = explained.sections[at]?.sentence ?? ''
      return sectionRows({ facts, workings, section, score, keys }, arithmetic)
    }),
    foot: [
      {
        key: 'total',
        height: 10,
        cells: spanned(keys, {
          head: { kind: 'text', text: '合　计', isStrong: true },
          body: { kind: 'text', text: explained.sentence, align: 'left' },
          score: {
            kind: 'points',
            points: sheet.score,
            formula: workings.total(sheet.centerId).formula,
            isSigned: false,
            isStrong: true,
          },
        }),
      },
      sealRow(keys),
    ],
  }
}

/** How the notice prints it, points and all: 一、服务事项（5分）. */
export function sectionHeading(section: Section): string {
  const heading = sectionTitle(section)
  return section.maxPoints === null ? heading : `${heading}（${formatPoints(section.maxPoints)}分）`
}

/** The points on a line of their own, so that a narrow column does not part them from their brackets. */
function headingLines(section: Section): readonly string[] {
  const heading = sectionHeading(section)
  const at = section.maxPoints === null ? -1 : heading.lastIndexOf('（')
  return at < 0 ? [heading] : [heading.slice(0, at), heading.slice(at)]
}

interface Filling {
  readonly facts: SheetFacts
  readonly workings: ScoreWorkings
  readonly section: Section
  readonly score: SectionScore
  readonly keys: readonly string[]
}

function sectionRows(filling: Filling, arithmetic: string): DocumentRow[] {
  const { facts, workings, section, score, keys } = filling
  const { centerId } = facts.sheet
  const rowSpan = section.criteria.length + 1
  const heads: Readonly<Record<string, DocumentCell>> = {
    section: { kind: 'lines', lines: headingLines(section), rowSpan },
    score: { kind: 'text', text: '', rowSpan: rowSpan - 1 },
  }
  const criteria = section.criteria.map((criterion, at): DocumentRow => {
    const cells = criterionCells(filling, criterion)
    return {
      key: criterion.id,
      height: null,
      cells: keys.map((key) => (key in heads ? (at === 0 ? (heads[key] ?? null) : null) : (cells[key] ?? EMPTY))),
    }
  })
  const sum: DocumentRow = {
    key: section.id,
    height: null,
    cells: spanned(keys, {
      head: rowSpan > 1 ? null : (heads['section'] ?? null),
      body: { kind: 'text', text: `本部分得分：${arithmetic}${openEnd(score)}`, align: 'left' },
      score: {
        kind: 'points',
        points: score.score,
        formula: workings.section(centerId, section.id).formula,
        isSigned: false,
        isStrong: true,
      },
    }),
  }
  return [...criteria, sum]
}

const EMPTY: DocumentCell = { kind: 'text', text: '' }

/** The total says so by itself. */
function openEnd({ score, interval }: SectionScore): string {
  const isOpen = interval[0] !== score || interval[1] !== score
  return isOpen ? `，另有未决事项：${scoresText(interval)}` : ''
}

/** Room for the two seals, as on any form that two offices sign. */
function sealRow(keys: readonly string[]): DocumentRow {
  const half = Math.ceil(keys.length / 2)
  const cells = keys.map((_, at): DocumentCell | null => {
    if (at === 0) return { kind: 'text', text: '考核单位（盖章）：', align: 'left', colSpan: half }
    if (at === half) return { kind: 'text', text: '被考核单位（盖章）：', align: 'left', colSpan: keys.length - half }
    return null
  })
  return { key: 'seals', height: 24, cells }
}

function criterionCells(filling: Filling, criterion: Criterion): Readonly<Record<string, DocumentCell>> {
  const { facts, workings, score } = filling
  const lines = score.lines.filter(({ criterionId }) => criterionId === criterion.id)
  const reasons = lines.flatMap((line) => reasonOf(facts, line) ?? [])
  const bases = lines.flatMap((line) => basisOf(facts, line) ?? [])
  const own = facts.state.selfAssessments
    .get(facts.sheet.centerId)
    ?.entries.find(({ criterionId }) => criterionId === criterion.id)
  const moved = workings.criterion(facts.sheet.centerId, criterion.id)
  const isUndecided = lines.some(({ effect, between }) => between[0] !== effect || between[1] !== effect)
  return {
    criterion: { kind: 'text', text: criterionText(criterion) },
    method: linesCell(methodsOf(facts, criterion)),
    self: own === undefined ? { kind: 'blank' } : plain(own.points),
    mark: {
      kind: 'points',
      points: moved.value,
      formula: moved.formula,
      isSigned: true,
      ...(moved.value === 0 ? {} : { tone: moved.value < 0 ? 'lost' : 'gained' }),
    },
    reason: reasons.length === 0 ? unseen(facts, criterion) : linesCell(reasons, isUndecided),
    basis: linesCell(bases),
  }
}

/** Nothing moved: whether anybody looked at all, where that is known. */
function unseen({ unchecked }: SheetFacts, { clauses }: Criterion): DocumentCell {
  const isUnseen = clauses.length > 0 && clauses.every(({ id }) => unchecked.has(id))
  return isUnseen ? { kind: 'text', text: '尚未检查', tone: 'open' } : EMPTY
}

function criterionText({ label, text, requirement, maxPoints }: Criterion): string {
  const number = label === '' ? '' : `${label}${/^[\p{L}\p{N}.]+$/u.test(label) ? '、' : ''}`
  const asked = requirement === null ? '' : `${requirement.text} `
  return `${number}${asked}${text}${maxPoints === null ? '' : `（${formatPoints(maxPoints)}分）`}`
}

function methodsOf({ methods }: SheetFacts, { clauses }: Criterion): string[] {
  return [...new Set(clauses.flatMap(({ id }) => methods.get(id)?.split('、') ?? []))]
}

function linesCell(lines: readonly string[], isUndecided = false): DocumentCell {
  const tone = isUndecided ? ({ tone: 'open' } as const) : {}
  const [only] = lines
  if (only === undefined) return EMPTY
  return lines.length === 1 ? { kind: 'text', text: only, ...tone } : { kind: 'lines', lines, ...tone }
}

function plain(points: number): DocumentCell {
  return { kind: 'points', points, formula: null, isSigned: false }
}

interface Spanned {
  readonly head: DocumentCell | null
  readonly body: DocumentCell
  readonly score: DocumentCell
}

/** One cell over all that stands between the section and its score. */
function spanned(keys: readonly string[], { head, body, score }: Spanned): (DocumentCell | null)[] {
  const colSpan = keys.indexOf('score') - 1
  return keys.map((key, at) => {
    if (at === 0) return head
    if (key === 'score') return score
    return at === 1 ? { ...body, colSpan } : null
  })
}

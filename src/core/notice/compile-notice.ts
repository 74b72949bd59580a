/**
 * Compiles the source of a notice into a rubric: the layout gives sections and criteria, the clause grammar reads each
 * criterion, and what one text leaves open is asked beside what only the whole document shows. Every span and quote is
 * of the source as given. Never throws: what cannot be read becomes a remark, a question or a diagnostic.
 */
import { id, type CriterionId, type RubricId, type SectionId } from '../kernel/identifiers.ts'
import { parsePoints, type Points } from '../kernel/points.ts'
import type { Correction } from '../rubric/correction.ts'
import type { Question } from '../rubric/question.ts'
import type { Criterion, Rubric, Section } from '../rubric/rubric.ts'
import type { Diagnostic } from './diagnostic.ts'
import { readLayout, type NoticeLayout } from './layout/notice-layout.ts'
import { compileCriterion, type CriterionReading } from './compile/compile-criterion.ts'
import { diagnose } from './compile/diagnose.ts'
import { documentQuestions } from './compile/document-questions.ts'
import { generalLimits, withGeneralLimits } from './compile/general-limits.ts'
import { linkAbsences } from './compile/link-absences.ts'
import { relationsOf } from './compile/relations.ts'
import { questionsOf } from './compile/questions-of.ts'
import { parseTexts, type ParsedText } from './phrases/parse-phrases.ts'
import { remarksOf } from './compile/remarks.ts'
import { READER } from './reader.ts'
import { spanOf } from './compile/source-text.ts'

export interface CompiledNotice {
  readonly rubric: Rubric
  readonly diagnostics: readonly Diagnostic[]
}

export interface CompileOptions {
  readonly rubricId: RubricId
  /** Such as `checkCorrections` lets pass against the rubric without them; `correctNotice` asks it. */
  readonly corrections?: readonly Correction[]
}

export function compileNotice(source: string, { rubricId, corrections = [] }: CompileOptions): CompiledNotice {
  const layout = readLayout(source)
  const limits = generalLimits(layout)
  const readings = withGeneralLimits(readCriteria(layout, corrections), limits)
  const relations = relationsOf(readings)
  const sections = linkAbsences(sectionsOf(layout, readings), readings)
  const rubric: Rubric = {
    id: rubricId,
    title: layout.title,
    noticeNumber: layout.noticeNumber,
    year: layout.year,
    sections,
    relations,
    questions: [],
    remarks: remarksOf(readings, layout),
    statedTotal: pointsOf(layout.statedTotal),
    ...(corrections.length === 0 ? {} : { reader: READER }),
  }
  const questions = [...questionsOf(readings, relations), ...documentQuestions(rubric, layout, readings, limits)]
  const complete = { ...rubric, questions: inOrder(merged(questions), sections) }
  return { rubric: complete, diagnostics: diagnose(complete, layout, source) }
}

const NOTHING_READ: ParsedText = { normal: { text: '', offsets: [0] }, phrases: [] }

/** Every item read by itself; all texts are parsed together, which is what makes it fast. */
function readCriteria(layout: NoticeLayout, corrections: readonly Correction[]): CriterionReading[] {
  const byClause = new Map(corrections.map((correction) => [correction.clauseId, correction]))
  const places = layout.sections.flatMap((section, at) =>
    section.items.map((item, place) => ({
      section,
      item,
      sectionIndex: at,
      criterionId: id<CriterionId>(`${at + 1}.${place + 1}`),
    })),
  )
  const parsed = parseTexts(places.map(({ item }) => item.text.text))
  return places.map((place, at) => compileCriterion(place, parsed[at] ?? NOTHING_READ, byClause))
}

function sectionsOf(layout: NoticeLayout, readings: readonly CriterionReading[]): Section[] {
  const criteria = layout.sections.map((): Criterion[] => [])
  for (const { sectionIndex, criterion } of readings) criteria[sectionIndex]?.push(criterion)
  return layout.sections.map((section, at) => ({
    id: id<SectionId>(`${at + 1}`),
    label: section.label,
    title: section.title,
    maxPoints: pointsOf(section.points),
    span: spanOf(section.heading),
    criteria: criteria[at] ?? [],
  }))
}

function pointsOf(printed: string | null): Points | null {
  return printed === null ? null : parsePoints(printed)
}

/** One question an id: what the whole document asks of a criterion stands before what its text alone asks. */
function merged(questions: readonly Question[]): Question[] {
  const byId = new Map<Question['id'], Question>()
  for (const question of questions) {
    const known = byId.get(question.id)
    const clauseIds = [...new Set([...(known?.clauseIds ?? []), ...question.clauseIds])]
    byId.set(question.id, { ...question, clauseIds })
  }
  return [...byId.values()]
}

/** By the place of their criterion; questions about the whole document come last. */
function inOrder(questions: Rubric['questions'], sections: readonly Section[]): Rubric['questions'] {
  const place = new Map(sections.flatMap((section) => section.criteria).map((criterion, at) => [criterion.id, at]))
  const rank = (criterionId: CriterionId | null) =>
    criterionId === null ? place.size : (place.get(criterionId) ?? place.size)
  return [...questions].sort((a, b) => rank(a.criterionId) - rank(b.criterionId))
}

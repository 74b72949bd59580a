import { id, type ClauseId, type CriterionId } from '../../kernel/identifiers.ts'
import { parsePoints } from '../../kernel/points.ts'
import type { Clause } from '../../rubric/clause.ts'
import type { Criterion } from '../../rubric/rubric.ts'
import type { ClauseContext, ClauseDraft } from '../clause/clause-draft.ts'
import type { ClauseReading } from '../clause/clause-reading.ts'
import { readClauses } from '../clause/read-clauses.ts'
import type { LayoutItem, LayoutSection } from '../layout/layout-section.ts'
import type { MappedText } from '../layout/mapped-text.ts'
import type { ParsedText } from '../phrases/parse-phrases.ts'
import { clauseQuestions } from '../questions/clause-questions.ts'
import type { ClauseQuestion } from '../questions/question-rule.ts'
import { spanOf, wordingAt } from './source-text.ts'
import { standingOf } from './standing.ts'

/** A criterion with all that its reading knows, for the relations and questions of the whole document. */
export interface CriterionReading {
  readonly sectionIndex: number
  readonly criterion: Criterion
  readonly text: MappedText
  readonly heading: string
  readonly reading: ClauseReading
  readonly context: ClauseContext
  readonly questions: readonly ClauseQuestion[]
}

/** An item of the layout and where it stands. */
export interface CriterionPlace {
  readonly criterionId: CriterionId
  readonly sectionIndex: number
  readonly section: LayoutSection
  readonly item: LayoutItem
}

export function compileCriterion(place: CriterionPlace, parsed: ParsedText): CriterionReading {
  const { criterionId, sectionIndex, section, item } = place
  const context: ClauseContext = {
    section: section.title,
    sectionPoints: section.points,
    itemPoints: item.points,
    neighbour: item.requirement?.text ?? null,
  }
  const reading = readClauses(parsed, context)
  const max = item.points === null ? null : parsePoints(item.points)
  const clauses = reading.drafts.map((draft, at): Clause => {
    const clauseId = id<ClauseId>(`${criterionId}.${at + 1}`)
    const clause = { ...clauseOf(draft, clauseId, item.text, reading), amount: amountOf(draft, criterionId) }
    return { ...clause, standing: standingOf(clause, max, section.points) }
  })
  return {
    sectionIndex,
    criterion: {
      id: criterionId,
      label: item.label,
      text: item.text.text,
      requirement: item.requirement && { text: item.requirement.text, span: spanOf(item.requirement) },
      maxPoints: max,
      span: spanOf(item.text),
      clauses,
    },
    text: item.text,
    heading: section.heading.text,
    reading,
    context,
    questions: clauseQuestions(reading, context),
  }
}

function clauseOf(draft: ClauseDraft, clauseId: ClauseId, text: MappedText, reading: ClauseReading): Clause {
  const { multiplies: _multiplies, marks: _marks, start, end, ...clause } = draft
  return { ...clause, id: clauseId, ...wordingAt(text, reading.normal, start, end) }
}

/** A multiplier without a base in its own text says so in the rubric; with one it is already in points. */
function amountOf(draft: ClauseDraft, criterionId: CriterionId): Clause['amount'] {
  if (draft.amount.kind !== 'multiplied' || draft.multiplies === null) return draft.amount
  return { ...draft.amount, of: id<ClauseId>(`${criterionId}.${draft.multiplies + 1}`) }
}

import type { ClauseId, CriterionId } from '../../kernel/identifiers.ts'
import { parsePoints } from '../../kernel/points.ts'
import type { Clause } from '../../rubric/clause.ts'
import type { Correction } from '../../rubric/correction.ts'
import type { Remark } from '../../rubric/remark.ts'
import type { Criterion } from '../../rubric/rubric.ts'
import type { ClauseContext, ClauseDraft } from '../clause/clause-draft.ts'
import type { ClauseReading } from '../clause/clause-reading.ts'
import { readClauses } from '../clause/read-clauses.ts'
import type { LayoutItem, LayoutSection } from '../layout/layout-section.ts'
import type { MappedText } from '../layout/mapped-text.ts'
import type { ParsedText } from '../phrases/parse-phrases.ts'
import { clauseQuestions } from '../questions/clause-questions.ts'
import type { ClauseQuestion } from '../questions/question-rule.ts'
import { clauseIdAt, correctedReading } from './corrected-reading.ts'
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
  /** Sentences that were read as clauses and are none, by a person's correction. */
  readonly unpriced: readonly Remark[]
}

/** An item of the layout and where it stands. */
export interface CriterionPlace {
  readonly criterionId: CriterionId
  readonly sectionIndex: number
  readonly section: LayoutSection
  readonly item: LayoutItem
}

/** `corrections` by the clause that was read. */
export function compileCriterion(
  place: CriterionPlace,
  parsed: ParsedText,
  corrections: ReadonlyMap<ClauseId, Correction>,
): CriterionReading {
  const { criterionId, sectionIndex, section, item } = place
  const context: ClauseContext = {
    section: section.title,
    sectionPoints: section.points,
    itemPoints: item.points,
    neighbour: item.requirement?.text ?? null,
  }
  const { reading, ids, unpriced } = correctedReading(readClauses(parsed, context), criterionId, item.text, corrections)
  const max = item.points === null ? null : parsePoints(item.points)
  const clauses = reading.drafts.map((draft, at): Clause => {
    const clauseId = ids[at] ?? clauseIdAt(criterionId, at)
    const clause = { ...clauseOf(draft, clauseId, item.text, reading), amount: amountOf(draft, ids) }
    return { ...clause, standing: standingOf(clause, max, section.points) }
  })
  const isEmptied = clauses.length === 0 && unpriced.length > 0
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
    questions: isEmptied ? [] : clauseQuestions(reading, context),
    unpriced,
  }
}

function clauseOf(draft: ClauseDraft, clauseId: ClauseId, text: MappedText, reading: ClauseReading): Clause {
  const { multiplies: _multiplies, marks: _marks, start, end, ...clause } = draft
  return { ...clause, id: clauseId, ...wordingAt(text, reading.normal, start, end) }
}

/** A multiplier without a base in its own text says so in the rubric; with one it is already in points. */
function amountOf({ amount, multiplies }: ClauseDraft, ids: readonly ClauseId[]): Clause['amount'] {
  if (amount.kind !== 'multiplied' || multiplies === null) return amount
  return { ...amount, of: ids[multiplies] ?? null }
}

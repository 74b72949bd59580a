import { id, type ClauseId, type QuestionId } from '../../kernel/identifiers.ts'
import type { Question, QuestionCode } from '../../rubric/question.ts'
import type { CriterionReading } from './compile-criterion.ts'
import { readingsFor } from './readings-for.ts'
import { spanOf } from './source-text.ts'

/** A question about one criterion, standing at the first clause it concerns. */
export function criterionQuestion(
  reading: CriterionReading,
  code: QuestionCode,
  clauseIds: readonly ClauseId[],
): Question {
  const { criterion } = reading
  const first = criterion.clauses.find((clause) => clause.id === clauseIds[0])
  return {
    id: id<QuestionId>(`${criterion.id}/${code}`),
    code,
    criterionId: criterion.id,
    clauseIds,
    sectionIds: [],
    span: first?.span ?? spanOf(reading.text),
    ...readingsFor(code, reading, clauseIds),
  }
}

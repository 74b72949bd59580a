import type { ClauseId, CriterionId, QuestionId, SectionId } from '../../kernel/identifiers.ts'
import { renameRubric } from '../../rubric/rename-rubric.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { matchQuestions } from './carry-answers.ts'
import type { NoticeParts } from './notice-parts.ts'

/** `after` with the ids that its parts have in `before`; what is new has its own with a sign before it. */
export function inOldNames(before: Rubric, after: Rubric, parts: NoticeParts): Rubric {
  const sections = inverse<SectionId>(parts.sections)
  const criteria = inverse<CriterionId>(parts.criteria)
  const clauses = new Map([...parts.clauses].map(([was, { after: now }]) => [now.id, was]))
  const questions = new Map<QuestionId, QuestionId>()
  for (const [was, { after: now }] of matchQuestions(before, after, parts)) questions.set(now.id, was)
  return renameRubric(after, {
    section: (now) => sections.get(now) ?? (`+${now}` as SectionId),
    criterion: (now) => criteria.get(now) ?? (`+${now}` as CriterionId),
    clause: (now) => clauses.get(now) ?? (`+${now}` as ClauseId),
    question: (now) => questions.get(now) ?? (`+${now}` as QuestionId),
  })
}

function inverse<Id extends string>(names: ReadonlyMap<Id, Id>): ReadonlyMap<Id, Id> {
  return new Map([...names].map(([was, now]) => [now, was]))
}

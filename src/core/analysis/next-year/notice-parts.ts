import type { ClauseId, CriterionId, SectionId } from '../../kernel/identifiers.ts'
import type { Clause } from '../../rubric/clause.ts'
import { allClauses } from '../../rubric/find-clause.ts'
import { matchRubrics } from '../../rubric/match-rubrics.ts'
import type { Rubric } from '../../rubric/rubric.ts'

/** From the parts of one rubric to those of another that they became; a part that is not among the keys is gone. */
export interface NoticeParts {
  readonly sections: ReadonlyMap<SectionId, SectionId>
  readonly criteria: ReadonlyMap<CriterionId, CriterionId>
  readonly clauses: ReadonlyMap<ClauseId, ClausePair>
}

export interface ClausePair {
  readonly before: Clause
  readonly after: Clause
}

/** As the comparison of two notices takes them for the same. */
export function partsByText(before: Rubric, after: Rubric, match = matchRubrics(before, after)): NoticeParts {
  return {
    sections: new Map([...match.sections].map(([now, was]) => [was.id, now.id])),
    criteria: new Map([...match.criteria].map(([now, was]) => [was.id, now.id])),
    clauses: new Map([...match.clauses].map(([now, was]) => [was.id, { before: was, after: now }])),
  }
}

/** Of a rubric that was made from the other, so that what is the same bears the same id. */
export function partsById(before: Rubric, after: Rubric): NoticeParts {
  const clauses = new Map(allClauses(after).map((clause) => [clause.id, clause]))
  const criteria = new Set(after.sections.flatMap((section) => section.criteria.map(({ id }) => id)))
  const sections = new Set(after.sections.map(({ id }) => id))
  return {
    sections: new Map(before.sections.filter(({ id }) => sections.has(id)).map(({ id }) => [id, id])),
    criteria: new Map(
      before.sections
        .flatMap((section) => section.criteria)
        .filter(({ id }) => criteria.has(id))
        .map(({ id }) => [id, id]),
    ),
    clauses: new Map(
      allClauses(before).flatMap((was) => {
        const now = clauses.get(was.id)
        return now === undefined ? [] : [[was.id, { before: was, after: now }] as const]
      }),
    ),
  }
}

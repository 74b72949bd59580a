import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { ClauseId } from '../../kernel/identifiers.ts'
import { allClauses } from '../../rubric/find-clause.ts'
import type { Question } from '../../rubric/question.ts'
import { clausesOfRelation, type Relation } from '../../rubric/relation.ts'
import type { Rubric } from '../../rubric/rubric.ts'

/** What is asked and related about `own` clauses as `after` has it, everything else as before: in the names of `before`. */
export function withQuestions(changed: Rubric, before: Rubric, after: Rubric, own: ReadonlySet<ClauseId>): Rubric {
  const isOwn = (clauseIds: readonly ClauseId[]) => clauseIds.some((clauseId) => own.has(clauseId))
  return within(changed, {
    questions: [
      ...before.questions.filter(({ clauseIds }) => !isOwn(clauseIds)),
      ...after.questions.filter(({ clauseIds }) => isOwn(clauseIds)),
    ],
    relations: [
      ...before.relations.filter((relation) => !isOwn(clausesOfRelation(relation))),
      ...after.relations.filter((relation) => isOwn(clausesOfRelation(relation))),
    ],
  })
}

/** `before` with all that `after` asks and relates beside the `touched` clauses; `isSame` where no score can depend on it. */
export function restOf(
  before: Rubric,
  after: Rubric,
  touched: ReadonlySet<ClauseId>,
): { readonly rubric: Rubric; readonly isSame: boolean } {
  const isTouched = (clauseIds: readonly ClauseId[]) => clauseIds.some((clauseId) => touched.has(clauseId))
  const untouched = ({ questions, relations }: Rubric): Asked => ({
    questions: questions.filter(({ clauseIds }) => !isTouched(clauseIds)),
    relations: relations.filter((relation) => !isTouched(clausesOfRelation(relation))),
  })
  const [mine, theirs] = [untouched(before), untouched(after)]
  const rubric = within(before, {
    questions: [...before.questions.filter(({ clauseIds }) => isTouched(clauseIds)), ...theirs.questions],
    relations: [...before.relations.filter((one) => isTouched(clausesOfRelation(one))), ...theirs.relations],
  })
  return { rubric, isSame: canonicalJson(moving(mine)) === canonicalJson(moving(theirs)) }
}

type Asked = Pick<Rubric, 'questions' | 'relations'>

/** Without wording: what scoring does with it. */
function moving({ questions, relations }: Asked): unknown {
  const effects = questions.filter(({ readings }) => readings.some(({ effect }) => effect.kind !== 'none'))
  return [
    effects
      .map(({ id, clauseIds, sectionIds, readings }) =>
        canonicalJson([id, clauseIds, sectionIds, readings.map(({ key, effect }) => [key, effect])]),
      )
      .toSorted(),
    relations
      .filter(({ kind }) => kind !== 'same-event')
      .map(({ phrase: _phrase, span: _span, ...relation }) => canonicalJson(relation))
      .toSorted(),
  ]
}

/** Without what the rubric does not hold. */
function within(rubric: Rubric, { questions, relations }: Asked): Rubric {
  const clauses = new Set(allClauses(rubric).map(({ id }) => id))
  const sections = new Set(rubric.sections.map(({ id }) => id))
  const isThere = (clauseId: ClauseId) => clauses.has(clauseId)
  return {
    ...rubric,
    questions: questions.flatMap((question): Question[] => {
      const clauseIds = question.clauseIds.filter(isThere)
      const sectionIds = question.sectionIds.filter((sectionId) => sections.has(sectionId))
      const isLost = clauseIds.length + sectionIds.length === 0
      return isLost && question.clauseIds.length + question.sectionIds.length > 0
        ? []
        : [{ ...question, clauseIds, sectionIds }]
    }),
    relations: relations.flatMap((relation): Relation[] => {
      if (!('clauseIds' in relation)) return clausesOfRelation(relation).every(isThere) ? [relation] : []
      const clauseIds = relation.clauseIds.filter(isThere)
      return clauseIds.length > 1 ? [{ ...relation, clauseIds }] : []
    }),
  }
}

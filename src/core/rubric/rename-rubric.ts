import type { ClauseId, CriterionId, QuestionId, SectionId } from '../kernel/identifiers.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Clause } from './clause.ts'
import type { Question, Reading } from './question.ts'
import type { Relation } from './relation.ts'
import type { Remark } from './remark.ts'
import type { Rubric } from './rubric.ts'

export interface RubricNames {
  readonly section: (sectionId: SectionId) => SectionId
  readonly criterion: (criterionId: CriterionId) => CriterionId
  readonly clause: (clauseId: ClauseId) => ClauseId
  readonly question: (questionId: QuestionId) => QuestionId
}

/** The same rubric with other ids, wherever they stand. Wordings, keys of readings and labels stay as they are. */
export function renameRubric(rubric: Rubric, names: RubricNames): Rubric {
  return {
    ...rubric,
    sections: rubric.sections.map((section) => ({
      ...section,
      id: names.section(section.id),
      criteria: section.criteria.map((criterion) => ({
        ...criterion,
        id: names.criterion(criterion.id),
        clauses: criterion.clauses.map((clause) => renamedClause(clause, names)),
      })),
    })),
    relations: rubric.relations.map((relation) => renamedRelation(relation, names)),
    questions: rubric.questions.map((question) => renamedQuestion(question, names)),
    remarks: rubric.remarks.map((remark) => renamedRemark(remark, names)),
  }
}

function renamedClause(clause: Clause, names: RubricNames): Clause {
  const { amount, conditions, correction } = clause
  return {
    ...clause,
    id: names.clause(clause.id),
    amount: amount.kind === 'multiplied' && amount.of !== null ? { ...amount, of: names.clause(amount.of) } : amount,
    conditions: conditions.map((condition) =>
      condition.kind === 'absent' ? { ...condition, brokenBy: condition.brokenBy.map(names.clause) } : condition,
    ),
    ...(correction === undefined ? {} : { correction: { ...correction, clauseId: names.clause(correction.clauseId) } }),
  }
}

function renamedQuestion(question: Question, names: RubricNames): Question {
  return {
    ...question,
    id: names.question(question.id),
    criterionId: question.criterionId && names.criterion(question.criterionId),
    clauseIds: question.clauseIds.map(names.clause),
    sectionIds: question.sectionIds.map(names.section),
    readings: question.readings.map((reading): Reading => {
      const { effect } = reading
      if (effect.kind !== 'breaks') return reading
      return { ...reading, effect: { kind: 'breaks', clauseIds: effect.clauseIds.map(names.clause) } }
    }),
  }
}

function renamedRelation(relation: Relation, { clause }: RubricNames): Relation {
  switch (relation.kind) {
    case 'escalates':
      return { ...relation, clauseId: clause(relation.clauseId), base: clause(relation.base) }
    case 'charged-as':
      return {
        ...relation,
        clauseId: clause(relation.clauseId),
        from: clause(relation.from),
        to: clause(relation.to),
        chargedAs: clause(relation.chargedAs),
      }
    case 'highest-only':
    case 'no-double-charge':
    case 'same-event':
      return { ...relation, clauseIds: relation.clauseIds.map(clause) }
    default:
      return unreachable(relation)
  }
}

function renamedRemark(remark: Remark, names: RubricNames): Remark {
  const { correction } = remark
  return {
    ...remark,
    criterionId: remark.criterionId && names.criterion(remark.criterionId),
    ...(correction === undefined ? {} : { correction: { ...correction, clauseId: names.clause(correction.clauseId) } }),
  }
}

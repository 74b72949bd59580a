import type { ClauseId } from '../../../core/kernel/identifiers.ts'
import type { Rubric, Section } from '../../../core/rubric/rubric.ts'
import type { Answered } from '../../client/call.ts'

type AnsweredQuestion = Answered<'readAssessment'>['questions'][number]

/** A question of the notice with its number, which it keeps when it is answered: 3, then K-3. */
export type NumberedQuestion = AnsweredQuestion & { readonly number: number }

/** In the order of the notice; what concerns the whole document comes last, as the rubric has it. */
export function numbered(questions: readonly AnsweredQuestion[]): readonly NumberedQuestion[] {
  return questions.map((one, place) => ({ ...one, number: place + 1 }))
}

/** The questions that the clause's reading depends on: its own, and those about its section. */
export function touching(
  questions: readonly NumberedQuestion[],
  clauseId: ClauseId,
  sectionOf: Section | null,
): readonly NumberedQuestion[] {
  return questions.filter(
    ({ question }) =>
      question.clauseIds.includes(clauseId) || (sectionOf !== null && question.sectionIds.includes(sectionOf.id)),
  )
}

export function sectionOfClause({ sections }: Rubric, clauseId: ClauseId): Section | null {
  return (
    sections.find(({ criteria }) => criteria.some(({ clauses }) => clauses.some(({ id }) => id === clauseId))) ?? null
  )
}

/** How many open questions a section has, its own alone: those about the whole document belong to none. */
export function openIn(section: Section, questions: readonly NumberedQuestion[]): number {
  const own = new Set<string>(section.criteria.map(({ id }) => id))
  return questions.filter(({ question, answer }) => answer === null && own.has(question.criterionId ?? '')).length
}

/** 五.2, or 四.1③ where a criterion has several clauses: the clause as people cite it. */
export function citation({ sections }: Rubric, clauseId: ClauseId): string {
  for (const section of sections)
    for (const { clauses, label, id } of section.criteria) {
      const place = clauses.findIndex((one) => one.id === clauseId)
      if (place < 0) continue
      const named = `${section.label || section.id}.${label || id.split('.').at(-1)}`
      return clauses.length === 1 ? named : `${named}(${place + 1})`
    }
  return clauseId
}

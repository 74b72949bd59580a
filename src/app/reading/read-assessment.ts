import type { AssessmentId, CenterId, PersonId } from '../../core/kernel/identifiers.ts'
import type { Place } from '../../core/kernel/place.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Terms } from '../../core/ledger/ledger-event.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { Question } from '../../core/rubric/question.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Actor } from '../people/actor.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { summaryOf, visibleCenters, type AssessmentSummary } from './list-assessments.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'

export interface AssessmentView extends AssessmentSummary {
  readonly terms: Terms | null
  readonly centerList: readonly { readonly centerId: CenterId; readonly name: string; readonly place?: Place }[]
  /** `decidedBy` is the name of who answered, where the account is still held. */
  readonly questions: readonly (AnsweredQuestion & { readonly decidedBy: string | null })[]
}

/** A question of the notice with the office's answer; null while it is open. */
export interface AnsweredQuestion {
  readonly question: Question
  readonly answer: Interpretation | null
}

export async function readAssessment(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<AssessmentView>> {
  const looked = await lookIn(office, actor, 'assessment.read', assessmentId)
  if (!looked.ok) return looked
  const { state, adopted } = looked.value
  const names = new Map<PersonId, string>()
  for (const { decidedBy } of state.answers.values()) {
    if (names.has(decidedBy)) continue
    const person = await office.people.person(actor.tenantId, decidedBy)
    if (!person.ok) return person
    if (person.value !== null) names.set(decidedBy, person.value.name)
  }
  return accepted({
    ...summaryOf(looked.value, visibleCenters(actor)),
    terms: state.terms,
    centerList: [...state.centers].map(([centerId, name]) => {
      const place = state.places.get(centerId)
      return { centerId, name, ...(place === undefined ? {} : { place }) }
    }),
    questions: adopted.rubric.questions.map((question) => {
      const answer = state.answers.get(question.id) ?? null
      return { question, answer, decidedBy: answer === null ? null : (names.get(answer.decidedBy) ?? null) }
    }),
  })
}

/** The rubric and the text of the notice that the assessment is judged by. */
export async function readRubric(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<{ readonly rubric: Rubric; readonly notice: string }>> {
  const looked = await lookIn(office, actor, 'rubric.read', assessmentId)
  if (!looked.ok) return looked
  const { rubric, notice } = looked.value.adopted
  return accepted({ rubric, notice })
}

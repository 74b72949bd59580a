/**
 * What one text leaves open, as codes with the drafts they concern. Each code has one rule; a rule looks only at the
 * reading, never at a list of known sentences. Questions about the whole document are in `document-questions.ts`.
 */
import type { ClauseContext } from '../clause/clause-draft.ts'
import type { ClauseReading } from '../clause/clause-reading.ts'
import type { ClauseQuestion, QuestionRule } from './question-rule.ts'
import { bandQuestions } from './band-questions.ts'
import { bonusCapQuestions } from './bonus-cap-questions.ts'
import { countingQuestions } from './counting-questions.ts'
import { digitQuestions } from './digit-questions.ts'
import { escalationQuestions } from './escalation-questions.ts'
import { overlapQuestions } from './overlap-questions.ts'
import { referenceQuestions } from './reference-questions.ts'
import { subjectQuestions } from './subject-questions.ts'
import { totalQuestions } from './total-questions.ts'

const RULES: readonly QuestionRule[] = [
  digitQuestions,
  bandQuestions,
  countingQuestions,
  bonusCapQuestions,
  escalationQuestions,
  overlapQuestions,
  referenceQuestions,
  subjectQuestions,
  totalQuestions,
]

export function clauseQuestions(reading: ClauseReading, context: ClauseContext): ClauseQuestion[] {
  return RULES.flatMap((rule) => rule(reading, context))
}

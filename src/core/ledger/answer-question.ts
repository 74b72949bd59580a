import type { Points } from '../kernel/points.ts'
import type { Reading } from '../rubric/question.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { checkOpen, checkText } from './check-assessment.ts'
import { verdict, type Command, type Decide } from './ledger-command.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** 口径: one of the question's readings, with the number that it asks for. A later answer supersedes an earlier one. */
export const answerQuestion: Decide<'QuestionAnswered'> = (state, rubric, command) =>
  verdict(
    'QuestionAnswered',
    command,
    checkOpen(state, rubric) ?? checkAnswer(rubric, command) ?? checkText('作此理解的理由', command.reason),
  )

function checkAnswer(rubric: Rubric, command: Command<'QuestionAnswered'>): LedgerRefusal | null {
  const question = rubric.questions.find(({ id }) => id === command.questionId)
  if (!question) return refusal('question-unknown', command.questionId)
  const reading = question.readings.find(({ key }) => key === command.reading)
  if (!reading)
    return refusal(
      'reading-unknown',
      command.reading,
      question.readings.map(({ key }) => key),
    )
  return checkNumber(reading, command.points)
}

/** A missing amount is asked for with the answer; a ceiling or a section's points may be told with it; nothing else may. */
function checkNumber({ key, effect }: Reading, points: Points | null): LedgerRefusal | null {
  if (points === null)
    return effect.kind === 'amount' && effect.points === null ? refusal('answer-number-missing', key) : null
  const takesNumber =
    effect.kind === 'amount' || effect.kind === 'bonus-cap' || (effect.kind === 'unpointed' && effect.mode === 'held')
  return takesNumber ? null : refusal('answer-number-unexpected', key)
}

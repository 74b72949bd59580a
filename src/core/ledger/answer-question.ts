import { points, type Points } from '../kernel/points.ts'
import { questionLimit } from '../rubric/question-limit.ts'
import type { Question, Reading, ReadingEffect } from '../rubric/question.ts'
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

/** Whether the question has the reading, and the number is one that it takes. */
export function checkAnswer(
  rubric: Rubric,
  command: Pick<Command<'QuestionAnswered'>, 'questionId' | 'reading' | 'points'>,
): LedgerRefusal | null {
  const question = rubric.questions.find(({ id }) => id === command.questionId)
  if (!question) return refusal('question-unknown', command.questionId)
  const reading = question.readings.find(({ key }) => key === command.reading)
  if (!reading)
    return refusal(
      'reading-unknown',
      command.reading,
      question.readings.map(({ key }) => key),
    )
  return checkNumber(rubric, question, reading, command.points)
}

/** Whether the number told with the answer is one that scoring uses, and no more than what stayed open before it. */
function checkNumber(
  rubric: Rubric,
  question: Question,
  { key, effect }: Reading,
  given: Points | null,
): LedgerRefusal | null {
  const range = rangeOf(rubric, question, effect)
  if (given === null) return range?.isNeeded ? refusal('answer-number-missing', key) : null
  if (range === null) return refusal('answer-number-unexpected', key)
  const isWithin = given >= range.min && (range.max === null || given <= range.max)
  return isWithin ? null : refusal('answer-number-outside', key, given, range.min, range.max)
}

interface NumberRange {
  readonly isNeeded: boolean
  readonly min: Points
  readonly max: Points | null
}

/** A missing amount is asked for; a ceiling or what holds a section's losses may be told otherwise than the reading has it. */
function rangeOf(rubric: Rubric, question: Question, effect: ReadingEffect): NumberRange | null {
  if (effect.kind === 'amount' && effect.points === null)
    return { isNeeded: true, min: NOTHING, max: questionLimit(rubric, question) }
  if (effect.kind === 'bonus-cap' && effect.points !== null) return { isNeeded: false, min: effect.points, max: null }
  const isHeld = effect.kind === 'unpointed' && effect.mode === 'held'
  return isHeld ? { isNeeded: false, min: NOTHING, max: null } : null
}

const NOTHING = points('0')

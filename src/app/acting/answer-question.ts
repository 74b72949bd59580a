import { accepted } from '../../core/kernel/outcome.ts'
import { aboutTheWhole } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type AnswerQuestionInput = Said<'QuestionAnswered'>

/** 确定口径: what the notice leaves open, with the reason. A later answer supersedes. */
export function answerQuestion(office: Office, asking: Asking, input: AnswerQuestionInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutTheWhole,
    name: 'answer-question',
    input,
    action: 'question.answer',
    facts: () => accepted([{ type: 'QuestionAnswered', ...input }]),
  })
}

import { dayOf } from '../../core/kernel/timestamp.ts'
import type { LedgerFact } from '../../core/ledger/ledger-event.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import { aboutTheWhole } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import { madeWhole } from './made-whole.ts'
import type { Said } from './said.ts'
import { withService } from './with-service.ts'

export type AnswerQuestionInput = Said<'QuestionAnswered'>

/** 确定口径: what the notice leaves open, with the reason. A later answer supersedes. Decisions that it makes whole are served. */
export function answerQuestion(office: Office, asking: Asking, input: AnswerQuestionInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutTheWhole,
    name: 'answer-question',
    input,
    action: 'question.answer',
    countsDays: true,
    facts: (given) => {
      const answer = { ...input, decidedBy: asking.actor.personId, decidedOn: dayOf(given.recordedAt) }
      return madeWhole(given.live.adopted.rubric, given.state, answer).reduce<Acting<readonly LedgerFact[]>>(
        (facts, findingId) => (facts.ok ? withService(given, findingId, facts.value) : facts),
        accepted([{ type: 'QuestionAnswered', ...input }]),
      )
    },
  })
}

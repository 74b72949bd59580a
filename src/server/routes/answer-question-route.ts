import { answerQuestion } from '../../api/routes/answer-question.ts'
import { answerQuestion as recorded } from '../../app/acting/answer-question.ts'
import { actReply, askingOf } from '../act-reply.ts'
import { route } from '../route.ts'

export const answerQuestionRoute = route(answerQuestion, async (given, { office }) => {
  const { params, body } = given
  const { actedAt, ...said } = body
  return actReply(
    await recorded(office, askingOf(given, params.assessmentId, actedAt), { questionId: params.questionId, ...said }),
  )
})

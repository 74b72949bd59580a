import { contract } from '../contract.ts'
import { actedAt, actedShape, orNull } from '../shapes/acting-shapes.ts'
import { assessmentIdShape, questionIdShape } from '../shapes/id-shapes.ts'
import { lineShape, pointsShape, proseShape, shape } from '../shapes/plain-shapes.ts'

export const answerQuestion = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/questions/{questionId}/answers',
  operationId: 'answerQuestion',
  tag: '考核',
  summary: '对通知没有写明的问题确定口径',
  access: 'question.answer',
  repeat: 'ledger',
  params: shape({ assessmentId: assessmentIdShape, questionId: questionIdShape }),
  body: shape({ reading: lineShape, points: orNull(pointsShape), reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: [
    'question-unknown',
    'reading-unknown',
    'answer-number-missing',
    'answer-number-unexpected',
    'answer-number-outside',
  ],
})

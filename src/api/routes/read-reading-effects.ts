import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { readingEffectsShape } from '../shapes/clause-shapes.ts'
import { assessmentIdShape, questionIdShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readReadingEffects = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/questions/{questionId}/effects',
  operationId: 'readReadingEffects',
  tag: '得分',
  summary: '通知没有写明的问题，每种理解会让哪些中心的分数改变多少；什么也不记录',
  access: 'ranking.read',
  params: shape({ assessmentId: assessmentIdShape, questionId: questionIdShape }),
  answer: shape({ readings: Type.Array(readingEffectsShape) }),
  refusals: ['assessment-unknown', 'question-unknown'],
})

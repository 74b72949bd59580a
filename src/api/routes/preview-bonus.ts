import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { bonusParams, occurrencesShape, orNull } from '../shapes/acting-shapes.ts'
import { oneOf, pointsShape, shape } from '../shapes/plain-shapes.ts'
import { changedNumbersFields } from '../shapes/reading-shapes.ts'

export const previewBonus = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/bonuses/{bonusId}/preview',
  operationId: 'previewBonus',
  tag: '加分',
  summary: '试算：这样审定会改动哪些数；什么都不记',
  access: 'bonus.read',
  center: 'case',
  params: bonusParams,
  query: shape({
    decision: oneOf(['approve', 'reject'], '试哪一种审定'),
    occurrences: Type.Optional(occurrencesShape),
    points: Type.Optional(pointsShape),
  }),
  answer: shape({
    ...changedNumbersFields,
    against: orNull(shape({ code: Type.String(), message: Type.String() }, '现在还不能这样审定的原因')),
  }),
  refusals: ['bonus-unknown'],
})

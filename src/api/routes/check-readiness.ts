import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams, orNull } from '../shapes/acting-shapes.ts'
import { centerIdShape } from '../shapes/id-shapes.ts'
import { shape, countShape } from '../shapes/plain-shapes.ts'
import { headShape } from '../shapes/reading-shapes.ts'

export const checkReadiness = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/readiness',
  operationId: 'checkReadiness',
  tag: '考核',
  summary: '定稿前检查：还没有办完的事，各在哪里办',
  access: 'readiness.check',
  params: assessmentParams,
  answer: shape({
    blocking: countShape,
    matters: Type.Array(
      shape({
        code: Type.String(),
        ref: orNull(Type.String()),
        centerId: orNull(centerIdShape),
        subject: Type.String(),
        isBlocking: Type.Boolean(),
        message: Type.String(),
        link: Type.String(),
      }),
    ),
    head: headShape,
  }),
  refusals: ['assessment-unknown'],
})

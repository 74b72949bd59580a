import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { actedAt, actedShape, findingParams, orNull } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const planRectification = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/rectification/plan',
  operationId: 'planRectification',
  tag: '整改',
  summary: '制定整改措施',
  access: 'rectification.plan',
  center: 'case',
  repeat: 'ledger',
  params: findingParams,
  body: shape({ measures: proseShape, workingDays: orNull(Type.Integer({ minimum: 1, maximum: 250 })), ...actedAt }),
  answer: actedShape,
  refusals: ['days-outside-terms', 'rectification-out-of-step'],
})

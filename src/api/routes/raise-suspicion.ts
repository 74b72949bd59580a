import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { actedAt, actedShape, allegationFields, assessmentParams } from '../shapes/acting-shapes.ts'
import { lineShape, shape } from '../shapes/plain-shapes.ts'

export const raiseSuspicion = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/suspicions',
  operationId: 'raiseSuspicion',
  tag: '问题',
  summary: '从数据登记疑点',
  access: 'suspicion.raise',
  center: 'body.centerId',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({
    ...allegationFields,
    detection: lineShape,
    records: Type.Array(lineShape, { maxItems: 1000 }),
    ...actedAt,
  }),
  answer: actedShape,
  refusals: ['finding-exists'],
})

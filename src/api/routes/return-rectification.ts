import { contract } from '../contract.ts'
import { actedAt, actedShape, findingParams } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const returnRectification = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/rectification/return',
  operationId: 'returnRectification',
  tag: '整改',
  summary: '退回整改',
  access: 'rectification.review',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: findingParams,
  body: shape({ reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'rectification-out-of-step'],
})

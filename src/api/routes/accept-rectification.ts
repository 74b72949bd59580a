import { contract } from '../contract.ts'
import { actedAt, actedShape, findingParams } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const acceptRectification = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/rectification/accept',
  operationId: 'acceptRectification',
  tag: '整改',
  summary: '整改通过',
  access: 'rectification.review',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: findingParams,
  body: shape({ ...actedAt }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'rectification-out-of-step'],
})

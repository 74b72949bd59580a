import { contract } from '../contract.ts'
import { actedAt, actedShape, findingParams } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const dismissFinding = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/dismiss',
  operationId: 'dismissFinding',
  tag: '问题',
  summary: '不予认定',
  access: 'finding.dismiss',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: findingParams,
  body: shape({ reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'finding-already-decided'],
})

import { contract } from '../contract.ts'
import { actedAt, actedShape, appealParams } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const reverseFinding = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/appeals/{appealId}/reverse',
  operationId: 'reverseFinding',
  tag: '申诉',
  summary: '复核：撤销',
  access: 'appeal.review',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: appealParams,
  body: shape({ reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'appeal-by-decider', 'reviewer-reported'],
})

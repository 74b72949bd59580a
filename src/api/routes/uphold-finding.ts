import { contract } from '../contract.ts'
import { actedAt, actedShape, appealParams } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const upholdFinding = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/appeals/{appealId}/uphold',
  operationId: 'upholdFinding',
  tag: '申诉',
  summary: '复核：维持',
  access: 'appeal.review',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: appealParams,
  body: shape({ reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'appeal-by-decider', 'reviewer-reported'],
})

import { contract } from '../contract.ts'
import { actedAt, actedShape, appealParams, occurrencesShape, orNull } from '../shapes/acting-shapes.ts'
import { pointsShape, proseShape, shape } from '../shapes/plain-shapes.ts'

export const varyFinding = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/appeals/{appealId}/vary',
  operationId: 'varyFinding',
  tag: '申诉',
  summary: '复核：变更',
  access: 'appeal.review',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: appealParams,
  body: shape({ occurrences: occurrencesShape, points: orNull(pointsShape), reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'appeal-by-decider', 'reviewer-reported'],
})

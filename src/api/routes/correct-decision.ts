import { contract } from '../contract.ts'
import { actedAt, actedShape, findingParams, occurrencesShape, orNull } from '../shapes/acting-shapes.ts'
import { pointsShape, proseShape, shape } from '../shapes/plain-shapes.ts'

export const correctDecision = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/correct',
  operationId: 'correctDecision',
  tag: '问题',
  summary: '更正已有的结论',
  access: 'finding.correct',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: findingParams,
  body: shape({ occurrences: occurrencesShape, points: orNull(pointsShape), reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'appeal-pending'],
})

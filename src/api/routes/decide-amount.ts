import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { actedAt, actedShape, findingParams } from '../shapes/acting-shapes.ts'
import { findingIdShape } from '../shapes/id-shapes.ts'
import { pointsShape, proseShape, shape } from '../shapes/plain-shapes.ts'

export const decideAmount = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/amount',
  operationId: 'decideAmount',
  tag: '问题',
  summary: '裁量，查实时没有裁量的',
  access: 'finding.substantiate',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: findingParams,
  body: shape({
    points: pointsShape,
    reason: proseShape,
    precedents: Type.Array(findingIdShape, { maxItems: 100 }),
    ...actedAt,
  }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'amount-outside', 'amount-already-decided'],
})

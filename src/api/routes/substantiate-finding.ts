import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { actedAt, actedShape, findingParams, occurrencesShape, orNull, remarkShape } from '../shapes/acting-shapes.ts'
import { clauseIdShape, findingIdShape } from '../shapes/id-shapes.ts'
import { dateShape, pointsShape, proseShape, shape } from '../shapes/plain-shapes.ts'

/** 裁量; null to decide it later. */
const amountShape = shape({
  points: pointsShape,
  reason: proseShape,
  precedents: Type.Array(findingIdShape, { maxItems: 100 }),
})

export const substantiateFinding = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/substantiate',
  operationId: 'substantiateFinding',
  tag: '问题',
  summary: '查实，细则留有幅度的同时裁量',
  access: 'finding.substantiate',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: findingParams,
  body: shape({
    clauseId: clauseIdShape,
    occurrences: occurrencesShape,
    occurredOn: dateShape,
    reason: remarkShape,
    amount: orNull(amountShape),
    ...actedAt,
  }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'reply-still-open', 'finding-already-decided', 'amount-outside'],
})

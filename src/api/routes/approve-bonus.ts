import { contract } from '../contract.ts'
import { actedAt, actedShape, bonusParams, occurrencesShape, orNull, remarkShape } from '../shapes/acting-shapes.ts'
import { pointsShape, shape } from '../shapes/plain-shapes.ts'

export const approveBonus = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/bonuses/{bonusId}/approve',
  operationId: 'approveBonus',
  tag: '加分',
  summary: '审定：予以加分',
  access: 'bonus.approve',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: bonusParams,
  body: shape({ occurrences: occurrencesShape, points: orNull(pointsShape), reason: remarkShape, ...actedAt }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'bonus-by-proposer', 'bonus-already-decided'],
})

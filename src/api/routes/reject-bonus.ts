import { contract } from '../contract.ts'
import { actedAt, actedShape, bonusParams } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const rejectBonus = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/bonuses/{bonusId}/reject',
  operationId: 'rejectBonus',
  tag: '加分',
  summary: '审定：不予加分',
  access: 'bonus.approve',
  center: 'case',
  repeat: 'ledger',
  ifMatch: true,
  params: bonusParams,
  body: shape({ reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['changed-meanwhile', 'bonus-already-decided'],
})

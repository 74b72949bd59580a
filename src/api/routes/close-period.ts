import { contract } from '../contract.ts'
import { actedAt, actedShape, assessmentParams } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const closePeriod = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/close',
  operationId: 'closePeriod',
  tag: '考核',
  summary: '结束考核周期',
  access: 'period.close',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({ ...actedAt }),
  answer: actedShape,
  refusals: ['period-not-over', 'period-already-closed'],
})

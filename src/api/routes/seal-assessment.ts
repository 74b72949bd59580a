import { contract } from '../contract.ts'
import { actedAt, actedShape, assessmentParams, orNull } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const sealAssessment = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/seal',
  operationId: 'sealAssessment',
  tag: '考核',
  summary: '定稿；还有未办完的事要写明理由',
  access: 'assessment.seal',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({ forcedBecause: orNull(proseShape), ...actedAt }),
  answer: actedShape,
  refusals: ['not-ready', 'period-still-open', 'forced-for-nothing'],
})

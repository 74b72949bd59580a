import { contract } from '../contract.ts'
import { actedAt, actedShape, assessmentParams } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const reopenAssessment = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/reopen',
  operationId: 'reopenAssessment',
  tag: '考核',
  summary: '写明理由，重启已经定稿的考核',
  access: 'assessment.reopen',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({ reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['not-sealed'],
})

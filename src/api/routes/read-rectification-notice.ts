import { contract } from '../contract.ts'
import { letterAboutFinding, letterRefusals } from '../shapes/letter-shapes.ts'

export const readRectificationNotice = contract({
  ...letterAboutFinding,
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/rectification-document',
  operationId: 'readRectificationNotice',
  summary: '整改通知书，附整改情况反馈表',
  refusals: ['finding-unknown', 'letter-without-rectification', ...letterRefusals],
})

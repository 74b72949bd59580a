import { contract } from '../contract.ts'
import { actedAt, actedShape, allegationFields, assessmentParams, evidenceShape } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const selfReportFinding = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/self-reports',
  operationId: 'selfReportFinding',
  tag: '问题',
  summary: '中心自查上报问题',
  access: 'finding.self-report',
  center: 'body.centerId',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({ ...allegationFields, evidence: evidenceShape, ...actedAt }),
  answer: actedShape,
  refusals: ['finding-exists', 'evidence-unknown'],
})

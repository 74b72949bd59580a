import { contract } from '../contract.ts'
import { actedAt, actedShape, allegationFields, assessmentParams, evidenceShape } from '../shapes/acting-shapes.ts'
import { oneOf, shape } from '../shapes/plain-shapes.ts'

export const reportFinding = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings',
  operationId: 'reportFinding',
  tag: '问题',
  summary: '登记问题',
  access: 'finding.report',
  center: 'body.centerId',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({
    ...allegationFields,
    source: oneOf(['inspection', 'complaint', 'rating', 'hotline', 'records'], '来源'),
    evidence: evidenceShape,
    ...actedAt,
  }),
  answer: actedShape,
  refusals: ['finding-exists', 'inspector-of-own-center', 'evidence-unknown'],
})

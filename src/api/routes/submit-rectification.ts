import { contract } from '../contract.ts'
import { actedAt, actedShape, evidenceShape, findingParams } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const submitRectification = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/rectification/submit',
  operationId: 'submitRectification',
  tag: '整改',
  summary: '提交整改情况',
  access: 'rectification.submit',
  center: 'case',
  repeat: 'ledger',
  params: findingParams,
  body: shape({ statement: proseShape, evidence: evidenceShape, ...actedAt }),
  answer: actedShape,
  refusals: ['rectification-out-of-step'],
})

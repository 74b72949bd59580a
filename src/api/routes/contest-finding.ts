import { contract } from '../contract.ts'
import { actedAt, actedShape, evidenceShape, findingParams } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const contestFinding = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/contest',
  operationId: 'contestFinding',
  tag: '问题',
  summary: '中心答复：有异议',
  access: 'finding.reply',
  center: 'case',
  repeat: 'ledger',
  params: findingParams,
  body: shape({ statement: proseShape, evidence: evidenceShape, ...actedAt }),
  answer: actedShape,
  refusals: ['reply-already-given', 'reply-too-late'],
})

import { contract } from '../contract.ts'
import { actedAt, actedShape, findingParams, remarkShape } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const acceptFinding = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/accept',
  operationId: 'acceptFinding',
  tag: '问题',
  summary: '中心答复：认可',
  access: 'finding.reply',
  center: 'case',
  repeat: 'ledger',
  params: findingParams,
  body: shape({ statement: remarkShape, ...actedAt }),
  answer: actedShape,
  refusals: ['reply-already-given', 'reply-too-late'],
})

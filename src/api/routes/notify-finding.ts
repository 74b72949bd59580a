import { contract } from '../contract.ts'
import { actedAt, actedShape, findingParams } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const notifyFinding = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/notify',
  operationId: 'notifyFinding',
  tag: '问题',
  summary: '告知中心，开始计答复期限',
  access: 'finding.notify',
  center: 'case',
  repeat: 'ledger',
  params: findingParams,
  body: shape({ ...actedAt }),
  answer: actedShape,
  refusals: ['finding-already-told', 'calendar-unknown'],
})

import { contract } from '../contract.ts'
import { actedAt, actedShape, findingParams } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const withdrawSuspicion = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/withdraw',
  operationId: 'withdrawSuspicion',
  tag: '问题',
  summary: '撤回手工登记的疑点，写明理由；检测登记的疑点随记录变动，不在这里撤回',
  access: 'suspicion.raise',
  center: 'case',
  repeat: 'ledger',
  params: findingParams,
  body: shape({ reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['finding-unknown', 'suspicion-of-detection', 'suspicion-withdrawn', 'finding-already-decided'],
})

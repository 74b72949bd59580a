import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { headShape } from '../shapes/reading-shapes.ts'

export const verifyLedger = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/verification',
  operationId: 'verifyLedger',
  tag: '证明',
  summary: '逐条重算台账的摘要链，答复链尾；不符时指明第几条',
  access: 'ledger.verify',
  isLogged: true,
  params: assessmentParams,
  answer: shape({ head: headShape }),
  refusals: ['assessment-unknown', 'store-corrupted'],
})

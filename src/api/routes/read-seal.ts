import { contract } from '../contract.ts'
import { assessmentParams, orNull } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { sealShape } from '../shapes/closing-shapes.ts'

export const readSeal = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/seal',
  operationId: 'readSeal',
  tag: '考核',
  summary: '定稿：当时的台账末端，每个中心的得分、摘要和核验码；还没有定稿的为 null',
  access: 'readiness.check',
  params: assessmentParams,
  answer: shape({ seal: orNull(sealShape) }),
  refusals: ['assessment-unknown'],
})

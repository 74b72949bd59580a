import { contract } from '../contract.ts'
import { actedAt, actedShape } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'
import { samplingVisitParams } from '../shapes/sampling-shapes.ts'

export const missSamplingVisit = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/analysis/sampling/{planId}/visits/{visit}/miss',
  operationId: 'missSamplingVisit',
  tag: '分析',
  summary: '记下抽出而未去的一次和理由；不另抽，揭示后各中心可见',
  access: 'sampling.miss',
  repeat: 'ledger',
  params: samplingVisitParams,
  body: shape({ reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: [
    'sampling-plan-unknown',
    'sampling-visit-coming',
    'sampling-visit-made',
    'sampling-visit-marked',
    'sampling-visit-of-other',
    'sampling-visit-unknown',
  ],
})

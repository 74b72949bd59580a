import { contract } from '../contract.ts'
import { actedAt, actedShape, orNull } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'
import { samplingPlanParams } from '../shapes/sampling-shapes.ts'

export const revealSamplingPlan = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/analysis/sampling/{planId}/reveal',
  operationId: 'revealSamplingPlan',
  tag: '分析',
  summary: '揭示抽查方案的种子，任何人可以重抽核对；最后一天过后才可以，提前的写明理由',
  access: 'sampling.reveal',
  repeat: 'ledger',
  params: samplingPlanParams,
  body: shape({ earlyBecause: orNull(proseShape), ...actedAt }),
  answer: actedShape,
  refusals: [
    'sampling-already-revealed',
    'sampling-not-over',
    'sampling-plan-unknown',
    'sampling-secret-missing',
    'sampling-visits-open',
  ],
})

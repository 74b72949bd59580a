import { contract } from '../contract.ts'
import { actedAt, actedShape, assessmentParams } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { samplingDesignShape, samplingPlanIdShape } from '../shapes/sampling-shapes.ts'

export const commitSamplingPlan = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/analysis/sampling',
  operationId: 'commitSamplingPlan',
  tag: '分析',
  summary: '封存一份抽查方案：方案和承诺码记入台账，种子由服务器抽取并保密，到揭示为止',
  access: 'sampling.plan',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({ planId: samplingPlanIdShape, design: samplingDesignShape, ...actedAt }),
  bodyLimit: 512 * 1024,
  answer: actedShape,
  refusals: [
    'calendar-unknown',
    'center-too-often',
    'days-too-full',
    'decider-of-own-center',
    'inspector-unknown',
    'inspectors-too-few',
    'minimum-unmet',
    'recusal-unmet',
    'sampling-overlaps',
    'sampling-plan-exists',
    'sampling-too-late',
  ],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { samplingPlanShape } from '../shapes/sampling-shapes.ts'

export const listSamplingPlans = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/analysis/sampling',
  operationId: 'listSamplingPlans',
  tag: '分析',
  summary: '抽查方案和抽出的每一次：哪天、哪个中心、谁去、看哪些款，去了没有；属于某中心的人揭示前看不到本中心的',
  access: 'sampling.read',
  params: assessmentParams,
  answer: shape({ plans: Type.Array(samplingPlanShape) }),
  refusals: ['assessment-unknown'],
})

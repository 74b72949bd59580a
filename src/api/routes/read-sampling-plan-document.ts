import { contract } from '../contract.ts'
import { documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { samplingPlanParams } from '../shapes/sampling-shapes.ts'

export const readSamplingPlanDocument = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/analysis/sampling/{planId}/document',
  operationId: 'readSamplingPlanDocument',
  tag: '文件',
  summary: '一份抽查方案：承诺码、各中心的权重和每一次抽查，做成 Word、Excel 或 PDF',
  access: 'sampling.read',
  isLogged: true,
  params: samplingPlanParams,
  query: shape({ ...formQuery }),
  ...documentAnswer,
  refusals: ['assessment-unknown', 'sampling-plan-unknown', ...documentRefusals],
})

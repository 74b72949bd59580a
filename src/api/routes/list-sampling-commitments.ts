import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { samplingCommitmentShape } from '../shapes/sampling-shapes.ts'

export const listSamplingCommitments = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/sampling-commitments',
  operationId: 'listSamplingCommitments',
  tag: '分析',
  summary: '各份抽查方案的承诺码；揭示前不含日期、检查员和条款，揭示后附方案、种子和各次抽查（中心只见本中心的）',
  access: 'assessment.read',
  params: assessmentParams,
  answer: shape({ commitments: Type.Array(samplingCommitmentShape) }),
  refusals: ['assessment-unknown'],
})

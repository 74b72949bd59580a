import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams, orNull } from '../shapes/acting-shapes.ts'
import { centerIdShape, clauseIdShape, personIdShape } from '../shapes/id-shapes.ts'
import { dateShape, shape } from '../shapes/plain-shapes.ts'

export const readSamplingGround = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/analysis/sampling/ground',
  operationId: 'readSamplingGround',
  tag: '分析',
  summary: '设计抽查方案要用的：中心、在用的检查员、周期内已知的工作日和可以立问题的条款',
  access: 'sampling.plan',
  params: assessmentParams,
  answer: shape({
    centers: Type.Array(shape({ centerId: centerIdShape, name: Type.String() })),
    inspectors: Type.Array(shape({ personId: personIdShape, name: Type.String(), centerId: orNull(centerIdShape) })),
    days: Type.Array(dateShape),
    clauseIds: Type.Array(clauseIdShape),
  }),
  refusals: ['assessment-unknown'],
})

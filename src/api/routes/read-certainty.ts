import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { certaintyQuery, certaintyShape } from '../shapes/certainty-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { headShape } from '../shapes/reading-shapes.ts'

export const readCertainty = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/analysis/certainty',
  operationId: 'readCertainty',
  tag: '分析',
  summary: '把握：每个中心的得分区间、名次最好最差、各名次的可能性，哪件未决事项最动名次',
  access: 'analysis.read',
  params: assessmentParams,
  query: shape(certaintyQuery),
  answer: shape({ certainty: certaintyShape, head: headShape }),
  refusals: ['assessment-unknown'],
})

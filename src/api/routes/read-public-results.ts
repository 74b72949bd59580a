import { contract } from '../contract.ts'
import { publishedShape } from '../shapes/closing-shapes.ts'
import { assessmentIdShape, tenantIdShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readPublicResults = contract({
  method: 'GET',
  path: '/api/v1/public/{district}/assessments/{assessmentId}',
  operationId: 'readPublicResults',
  tag: '公示',
  summary: '已公示的结果，不需登录：名次、各部分得分和依据的款；没有个案，没有个人',
  access: 'public',
  params: shape({ district: tenantIdShape, assessmentId: assessmentIdShape }),
  answer: publishedShape,
  refusals: ['not-published'],
})

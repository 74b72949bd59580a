import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentIdShape, centerIdShape, tenantIdShape } from '../shapes/id-shapes.ts'
import { shape, signedPointsShape } from '../shapes/plain-shapes.ts'

export const readPublicResults = contract({
  method: 'GET',
  path: '/api/v1/public/{district}/assessments/{assessmentId}',
  operationId: 'readPublicResults',
  tag: '公示',
  summary: '已公示的结果，不需登录',
  access: 'public',
  params: shape({ district: tenantIdShape, assessmentId: assessmentIdShape }),
  answer: shape({
    title: Type.String(),
    noticeNumber: Type.Union([Type.String(), Type.Null()]),
    statement: Type.String(),
    results: Type.Array(
      shape({
        centerId: centerIdShape,
        name: Type.String(),
        rank: Type.Integer(),
        score: signedPointsShape,
        digest: Type.String(),
      }),
    ),
  }),
  refusals: ['not-published'],
})

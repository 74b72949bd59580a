import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams, orNull } from '../shapes/acting-shapes.ts'
import { centerIdShape } from '../shapes/id-shapes.ts'
import { dateShape, shape, signedPointsShape } from '../shapes/plain-shapes.ts'

const pointShape = shape({ day: dateShape, score: signedPointsShape })

export const readTrend = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/trend',
  operationId: 'readTrend',
  tag: '得分',
  summary: '走势：各中心的已定分在哪一天变成多少，和平均',
  access: 'ranking.read',
  params: assessmentParams,
  query: shape({ from: Type.Optional(dateShape), to: Type.Optional(dateShape) }),
  answer: shape({
    every: Type.Union([Type.Literal('day'), Type.Literal('week')], { description: '隔多久一点：日终，中心多时周终' }),
    from: orNull(dateShape),
    to: orNull(dateShape),
    centers: Type.Array(
      shape({
        centerId: centerIdShape,
        centerName: Type.String(),
        points: Type.Array(pointShape, { description: '某日终了的得分，到下一点为止不变' }),
      }),
    ),
    mean: Type.Array(pointShape),
  }),
  refusals: ['assessment-unknown'],
})

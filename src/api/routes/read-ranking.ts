import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { clocksQuery, clocksShape, headShape, sheetShape } from '../shapes/reading-shapes.ts'

export const readRanking = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/ranking',
  operationId: 'readRanking',
  tag: '得分',
  summary: '各中心的排名，和名次还能变动的范围；可看任何一天的',
  access: 'ranking.read',
  params: assessmentParams,
  query: shape(clocksQuery),
  answer: shape({
    ranked: Type.Array(
      shape({
        rank: Type.Integer({ minimum: 1 }),
        isTied: Type.Boolean(),
        possible: Type.Array(Type.Integer({ minimum: 1 }), {
          minItems: 2,
          maxItems: 2,
          description: '最好和最差的名次，按各中心的区间各自取值，是外界；精确的由 readCertainty 回答',
        }),
        sheet: sheetShape,
      }),
    ),
    clocks: clocksShape,
    head: headShape,
  }),
  refusals: ['assessment-unknown'],
})

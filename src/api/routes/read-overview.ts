import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams, orNull } from '../shapes/acting-shapes.ts'
import { centerIdShape } from '../shapes/id-shapes.ts'
import { countShape, pointsShape, shape, signedPointsShape, timestampShape } from '../shapes/plain-shapes.ts'
import { clocksQuery, clocksShape, headShape } from '../shapes/reading-shapes.ts'

export const readOverview = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/overview',
  operationId: 'readOverview',
  tag: '得分',
  summary: '总览：名次、各部分得失和未定事项的件数；可看任何一天的',
  access: 'ranking.read',
  params: assessmentParams,
  query: shape(clocksQuery),
  answer: shape({
    ranked: Type.Array(
      shape({
        centerId: centerIdShape,
        centerName: Type.String(),
        rank: Type.Integer({ minimum: 1 }),
        isTied: Type.Boolean(),
        possible: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 2, maxItems: 2 }),
        score: signedPointsShape,
        interval: Type.Array(signedPointsShape, { minItems: 2, maxItems: 2 }),
        cells: Type.Array(shape({ change: signedPointsShape, isOpen: Type.Boolean() }), {
          description: '按 sections 的次序：对照印分值的得失，和有无未定事项',
        }),
      }),
    ),
    sections: Type.Array(
      shape({
        sectionId: Type.String(),
        label: Type.String(),
        title: Type.String(),
        maxPoints: orNull(pointsShape),
      }),
    ),
    counts: shape({
      deducted: countShape,
      added: countShape,
      open: shape({
        question: countShape,
        amount: countShape,
        decision: countShape,
        approval: countShape,
        appeal: countShape,
        absence: countShape,
      }),
    }),
    clocks: clocksShape,
    head: headShape,
    now: timestampShape,
  }),
  refusals: ['assessment-unknown'],
})

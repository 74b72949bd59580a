import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams, orNull } from '../shapes/acting-shapes.ts'
import { centerIdShape, clauseIdShape, findingIdShape, questionIdShape } from '../shapes/id-shapes.ts'
import { countShape, dateShape, seqShape, shape, signedPointsShape } from '../shapes/plain-shapes.ts'

const pair = { minItems: 2, maxItems: 2, description: '之前和之后' }

export const listScoreChanges = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/score-changes',
  operationId: 'listScoreChanges',
  tag: '得分',
  summary: '最近改动的数：最后十件改动了合计的事，合计和名次的前后',
  access: 'ranking.read',
  params: assessmentParams,
  answer: shape({
    changes: Type.Array(
      shape({
        seq: seqShape,
        recordedOn: dateShape,
        type: Type.String(),
        centers: countShape,
        centerId: orNull(centerIdShape),
        centerName: orNull(Type.String()),
        clauseId: orNull(clauseIdShape),
        clauseName: orNull(Type.String({ description: '通知上的编号，如五.2' })),
        findingId: orNull(findingIdShape),
        questionId: orNull(questionIdShape),
        total: orNull(Type.Array(signedPointsShape, pair)),
        rank: orNull(Type.Array(Type.Integer({ minimum: 1 }), pair)),
      }),
    ),
  }),
  refusals: ['assessment-unknown'],
})

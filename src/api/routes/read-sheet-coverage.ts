import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentIdShape, centerIdShape, clauseIdShape } from '../shapes/id-shapes.ts'
import { dateShape, oneOf, shape } from '../shapes/plain-shapes.ts'

export const readSheetCoverage = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/sheets/{centerId}/coverage',
  operationId: 'readSheetCoverage',
  tag: '得分',
  summary: '细则的每一款在一个中心查过没有：没有问题和没有查过是两回事',
  access: 'sheet.read',
  center: 'params.centerId',
  params: shape({ assessmentId: assessmentIdShape, centerId: centerIdShape }),
  query: shape({ knownBy: Type.Optional(dateShape) }),
  answer: shape({
    clauses: Type.Array(
      shape({
        clauseId: clauseIdShape,
        state: oneOf(['found', 'searched', 'unsearched', 'follows'], '有登记、查过未见、尚未检查、随其他款而定'),
        sentence: Type.String(),
      }),
    ),
  }),
  refusals: ['assessment-unknown', 'center-unlisted'],
})

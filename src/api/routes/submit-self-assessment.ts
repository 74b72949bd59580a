import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { actedAt, actedShape, assessmentParams, remarkShape } from '../shapes/acting-shapes.ts'
import { centerIdShape, criterionIdShape } from '../shapes/id-shapes.ts'
import { pointsShape, shape } from '../shapes/plain-shapes.ts'

export const submitSelfAssessment = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/self-assessments',
  operationId: 'submitSelfAssessment',
  tag: '自评',
  summary: '中心逐项自评',
  access: 'self-assessment.submit',
  center: 'body.centerId',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({
    centerId: centerIdShape,
    entries: Type.Array(shape({ criterionId: criterionIdShape, points: pointsShape, statement: remarkShape }), {
      minItems: 1,
      maxItems: 1000,
    }),
    statement: remarkShape,
    ...actedAt,
  }),
  answer: actedShape,
  refusals: ['criterion-unknown', 'self-assessment-over'],
})

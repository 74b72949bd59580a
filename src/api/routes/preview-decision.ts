import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { findingParams, occurrencesShape, orNull } from '../shapes/acting-shapes.ts'
import { clauseIdShape } from '../shapes/id-shapes.ts'
import { dateShape, oneOf, pointsShape, shape } from '../shapes/plain-shapes.ts'
import { changedNumbersFields } from '../shapes/reading-shapes.ts'

export const previewDecision = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/preview',
  operationId: 'previewDecision',
  tag: '问题',
  summary: '试算：这样决定会改动哪些数；什么都不记',
  access: 'finding.read',
  center: 'case',
  params: findingParams,
  query: shape({
    decision: oneOf(['substantiate', 'dismiss', 'correct', 'vary', 'reverse'], '试哪一种决定'),
    clauseId: Type.Optional(clauseIdShape),
    occurrences: Type.Optional(occurrencesShape),
    occurredOn: Type.Optional(dateShape),
    points: Type.Optional(pointsShape),
  }),
  answer: shape({
    ...changedNumbersFields,
    against: orNull(shape({ code: Type.String(), message: Type.String() }, '现在还不能这样决定的原因')),
  }),
  refusals: ['finding-unknown', 'clause-unknown'],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentIdShape, findingIdShape } from '../shapes/id-shapes.ts'
import { seqShape, shape } from '../shapes/plain-shapes.ts'
import { changedNumbersFields } from '../shapes/reading-shapes.ts'

export const readEffect = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/effects/{seq}',
  operationId: 'readEffect',
  tag: '问题',
  summary: '台账这一条前后，哪些数改动了：按当时的台账算',
  access: 'finding.read',
  center: 'case',
  params: shape({
    assessmentId: assessmentIdShape,
    findingId: findingIdShape,
    seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '台账序号' }),
  }),
  answer: shape({ ...changedNumbersFields, from: seqShape, to: seqShape }),
  refusals: ['finding-unknown', 'event-elsewhere'],
})

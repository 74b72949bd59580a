import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { findingParams, orNull } from '../shapes/acting-shapes.ts'
import { countShape, nextShape, pageQuery, shape } from '../shapes/plain-shapes.ts'
import { rowShape } from '../shapes/record-shapes.ts'

export const readFindingRecords = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/records',
  operationId: 'readFindingRecords',
  tag: '检测',
  summary: '疑点背后的记录，按登记疑点时的版本、导入时遮盖的样子；街镇中心只能看本中心疑点的',
  access: 'finding.records',
  center: 'case',
  isLogged: true,
  params: findingParams,
  query: shape(pageQuery),
  answer: shape({
    total: countShape,
    records: Type.Array(
      shape({
        ref: Type.String(),
        record: orNull(rowShape),
        isCurrent: Type.Boolean({ description: '登记疑点后没有更正过' }),
      }),
    ),
    next: nextShape,
  }),
  refusals: ['finding-unknown', 'finding-without-records', 'records-changed'],
})

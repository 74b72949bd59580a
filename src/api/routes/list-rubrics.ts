import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { digestShape, rubricIdShape } from '../shapes/id-shapes.ts'
import { countShape, shape } from '../shapes/plain-shapes.ts'

export const listRubrics = contract({
  method: 'GET',
  path: '/api/v1/rubrics',
  operationId: 'listRubrics',
  tag: '细则',
  summary: '已采用的细则',
  access: 'rubric.read',
  answer: shape({
    rubrics: Type.Array(
      shape({
        rubricId: rubricIdShape,
        rubricDigest: digestShape,
        noticeDigest: digestShape,
        title: Type.String(),
        noticeNumber: orNull(Type.String()),
        year: orNull(Type.Integer()),
        corrections: countShape,
      }),
    ),
  }),
})

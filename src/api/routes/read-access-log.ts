import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { personIdShape } from '../shapes/id-shapes.ts'
import { nextShape, oneOf, pageQuery, shape, timestampShape } from '../shapes/plain-shapes.ts'

const resultShape = oneOf(['done', 'refused', 'failed'], '办成、拒绝或失败')
const textOrNull = Type.Union([Type.String(), Type.Null()])

export const readAccessLog = contract({
  method: 'GET',
  path: '/api/v1/access-log',
  operationId: 'readAccessLog',
  tag: '审计',
  summary: '访问日志，最近的在前',
  access: 'access-log.read',
  query: shape({
    ...pageQuery,
    personId: Type.Optional(personIdShape),
    action: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    result: Type.Optional(resultShape),
    from: Type.Optional(timestampShape),
    to: Type.Optional(timestampShape),
  }),
  answer: shape({
    entries: Type.Array(
      shape({
        place: Type.Integer(),
        at: timestampShape,
        personId: Type.Union([personIdShape, Type.Null()]),
        action: Type.String(),
        result: resultShape,
        reason: textOrNull,
        subject: textOrNull,
        requestId: textOrNull,
        address: textOrNull,
      }),
    ),
    next: nextShape,
  }),
})

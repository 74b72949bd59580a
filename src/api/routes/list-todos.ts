import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentIdShape } from '../shapes/id-shapes.ts'
import { countShape, shape } from '../shapes/plain-shapes.ts'
import { todoShape } from '../shapes/reading-shapes.ts'

export const listTodos = contract({
  method: 'GET',
  path: '/api/v1/todos',
  operationId: 'listTodos',
  tag: '待办',
  summary: '等我办的事，期限近的在前，没有期限的等得久的在前',
  access: 'assessment.read',
  query: shape({
    assessmentId: Type.Optional(assessmentIdShape),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: '最多给几件；不写就是全部' })),
  }),
  answer: shape({ todos: Type.Array(todoShape), total: countShape }),
})

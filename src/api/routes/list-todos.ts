import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { todoShape } from '../shapes/reading-shapes.ts'

export const listTodos = contract({
  method: 'GET',
  path: '/api/v1/todos',
  operationId: 'listTodos',
  tag: '待办',
  summary: '等我办的事，期限近的在前',
  access: 'assessment.read',
  answer: shape({ todos: Type.Array(todoShape) }),
})

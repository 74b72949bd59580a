import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'

export const readOpenapi = contract({
  method: 'GET',
  path: '/api/openapi.json',
  operationId: 'readOpenapi',
  tag: '运行',
  summary: '本接口的 OpenAPI 3.1 描述',
  access: 'public',
  answer: Type.Object({}, { additionalProperties: true }),
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readHealth = contract({
  method: 'GET',
  path: '/healthz',
  operationId: 'readHealth',
  tag: '运行',
  summary: '进程是否还活着',
  access: 'public',
  answer: shape({ status: Type.Literal('ok') }),
})

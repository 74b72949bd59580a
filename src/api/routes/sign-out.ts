import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'

export const signOut = contract({
  method: 'DELETE',
  path: '/api/v1/session',
  operationId: 'signOut',
  tag: '登录',
  summary: '退出登录',
  access: 'session',
  repeat: 'natural',
  status: 204,
  answer: Type.Null(),
})

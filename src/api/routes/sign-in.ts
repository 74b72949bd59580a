import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { tenantIdShape } from '../shapes/id-shapes.ts'
import { codeShape, passwordShape, sessionShape, usernameShape } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const signIn = contract({
  method: 'POST',
  path: '/api/v1/session',
  operationId: 'signIn',
  tag: '登录',
  summary: '用用户名和密码登录',
  access: 'public',
  repeat: 'natural',
  rate: 'sign-in',
  body: shape({
    district: Type.Optional(tenantIdShape),
    username: usernameShape,
    password: passwordShape,
    code: Type.Optional(codeShape),
  }),
  answer: sessionShape,
  refusals: ['sign-in-failed', 'tenant-unknown', 'tenant-suspended', 'rate-limited'],
})

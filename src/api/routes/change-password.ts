import { contract } from '../contract.ts'
import { passwordShape, sessionShape } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const changePassword = contract({
  method: 'POST',
  path: '/api/v1/me/password',
  operationId: 'changePassword',
  tag: '登录',
  summary: '更改自己的密码；其他登录随即失效',
  access: 'account.own',
  repeat: 'natural',
  rate: 'sign-in',
  body: shape({ current: passwordShape, next: passwordShape }),
  answer: sessionShape,
  refusals: ['password-wrong', 'password-weak', 'password-reused', 'session-needed'],
})

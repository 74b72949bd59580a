import { contract } from '../contract.ts'
import { codeShape, sessionShape } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const passSecondFactor = contract({
  method: 'POST',
  path: '/api/v1/session/second-factor',
  operationId: 'passSecondFactor',
  tag: '登录',
  summary: '给出动态码，完成登录',
  access: 'session',
  repeat: 'natural',
  rate: 'sign-in',
  body: shape({ code: codeShape }),
  answer: sessionShape,
  refusals: ['second-factor-wrong', 'sign-in-failed'],
})

import { contract } from '../contract.ts'
import { codeShape, sessionShape } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const confirmSecondFactor = contract({
  method: 'POST',
  path: '/api/v1/me/second-factor/confirm',
  operationId: 'confirmSecondFactor',
  tag: '登录',
  summary: '给出第一个动态码，启用动态码',
  access: 'account.own',
  repeat: 'natural',
  rate: 'sign-in',
  body: shape({ code: codeShape }),
  answer: sessionShape,
  refusals: ['second-factor-wrong', 'second-factor-not-begun'],
})

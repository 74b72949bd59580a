import { contract } from '../contract.ts'
import { codeShape, doneShape } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const disableSecondFactor = contract({
  method: 'POST',
  path: '/api/v1/me/second-factor/disable',
  operationId: 'disableSecondFactor',
  tag: '登录',
  summary: '停用自己的动态码',
  access: 'account.own',
  repeat: 'natural',
  rate: 'sign-in',
  body: shape({ code: codeShape }),
  answer: doneShape,
  refusals: ['second-factor-wrong', 'second-factor-required'],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const beginSecondFactor = contract({
  method: 'POST',
  path: '/api/v1/me/second-factor',
  operationId: 'beginSecondFactor',
  tag: '登录',
  summary: '开始启用动态码，得到要扫描的二维码内容',
  access: 'account.own',
  repeat: 'natural',
  answer: shape({ secret: Type.String(), uri: Type.String() }),
  refusals: ['second-factor-enrolled', 'session-needed'],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { districtParams } from '../shapes/people-shapes.ts'

export const beginSignOn = contract({
  method: 'GET',
  path: '/api/v1/sign-on/{district}',
  operationId: 'beginSignOn',
  tag: '登录',
  summary: '转到统一身份认证平台登录',
  access: 'public',
  rate: 'sign-in',
  params: districtParams,
  status: 302,
  answer: Type.Null(),
  refusals: ['sign-on-unavailable', 'sign-on-unreachable'],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { districtParams } from '../shapes/people-shapes.ts'

/** What the provider adds to the address is its own matter; the use case checks it against what was begun. */
export const finishSignOn = contract({
  method: 'GET',
  path: '/api/v1/sign-on/{district}/callback',
  operationId: 'finishSignOn',
  tag: '登录',
  summary: '从统一身份认证平台回来，完成登录',
  access: 'public',
  rate: 'sign-in',
  params: districtParams,
  query: Type.Object(
    {
      state: Type.Optional(Type.String({ maxLength: 1000 })),
      code: Type.Optional(Type.String({ maxLength: 4000 })),
      error: Type.Optional(Type.String({ maxLength: 200 })),
    },
    { additionalProperties: Type.String({ maxLength: 4000 }) },
  ),
  mediaType: 'text/html; charset=utf-8',
  answer: Type.String(),
  refusals: ['sign-on-expired', 'sign-on-rejected', 'sign-on-unlinked'],
})

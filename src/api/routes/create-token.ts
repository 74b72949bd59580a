import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { nameShape } from '../shapes/people-shapes.ts'
import { shape, timestampShape } from '../shapes/plain-shapes.ts'

export const createToken = contract({
  method: 'POST',
  path: '/api/v1/tokens',
  operationId: 'createToken',
  tag: '令牌',
  summary: '为自己的程序发一个接口令牌，只显示这一次',
  access: 'account.own',
  repeat: 'shown-once',
  body: shape({
    name: nameShape,
    scopes: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 100 }),
    expiresAt: timestampShape,
  }),
  status: 201,
  answer: shape({ tokenId: Type.String(), token: Type.String() }),
  refusals: ['session-needed', 'token-scope-beyond', 'token-expiry-wrong'],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { personIdShape } from '../shapes/id-shapes.ts'
import { shape, timestampShape } from '../shapes/plain-shapes.ts'

export const listTokens = contract({
  method: 'GET',
  path: '/api/v1/tokens',
  operationId: 'listTokens',
  tag: '令牌',
  summary: '自己的接口令牌；管理员看到本区全部',
  access: 'account.own',
  answer: shape({
    tokens: Type.Array(
      shape({
        tokenId: Type.String(),
        ownerId: personIdShape,
        name: Type.String(),
        scopes: Type.Array(Type.String()),
        createdAt: timestampShape,
        expiresAt: timestampShape,
        revokedAt: Type.Union([timestampShape, Type.Null()]),
        lastUsedAt: Type.Union([timestampShape, Type.Null()]),
      }),
    ),
  }),
})

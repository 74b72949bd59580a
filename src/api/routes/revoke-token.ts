import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { doneShape } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const revokeToken = contract({
  method: 'DELETE',
  path: '/api/v1/tokens/{tokenId}',
  operationId: 'revokeToken',
  tag: '令牌',
  summary: '撤销一个接口令牌',
  access: 'account.own',
  repeat: 'kept',
  params: shape({ tokenId: Type.String({ pattern: '^[\\w-]{1,100}$', maxLength: 100, description: '令牌编号' }) }),
  answer: doneShape,
  refusals: ['token-unknown'],
})

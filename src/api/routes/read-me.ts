import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { personIdShape, tenantIdShape } from '../shapes/id-shapes.ts'
import { ownCenterShape, standingShape } from '../shapes/people-shapes.ts'
import { shape, timestampShape } from '../shapes/plain-shapes.ts'

export const readMe = contract({
  method: 'GET',
  path: '/api/v1/me',
  operationId: 'readMe',
  tag: '登录',
  summary: '我是谁、能办什么；服务器的时间',
  access: 'session',
  answer: shape({
    district: tenantIdShape,
    personId: personIdShape,
    name: Type.String(),
    roles: Type.Array(Type.String()),
    centerId: ownCenterShape,
    standing: standingShape,
    actions: Type.Array(Type.String(), { description: '能办的事项' }),
    now: timestampShape,
    csrfToken: Type.Union([Type.String(), Type.Null()], { description: '用接口令牌时为 null' }),
  }),
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readServiceState = contract({
  method: 'GET',
  path: '/readyz',
  operationId: 'readServiceState',
  tag: '运行',
  summary: '能否办理：存储打得开、写得进，磁盘有余',
  access: 'public',
  answer: shape({
    status: Type.Literal('ready'),
    checks: Type.Array(shape({ name: Type.String(), isReady: Type.Boolean() })),
    reading: orNull(
      Type.Integer({ minimum: 0, maximum: 100, description: '正在读入台账，已读百分之几；没有在读的为空' }),
    ),
  }),
  refusals: ['not-ready-to-serve'],
})

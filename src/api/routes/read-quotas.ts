import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { countShape, oneOf, shape, timestampShape } from '../shapes/plain-shapes.ts'

export const readQuotas = contract({
  method: 'GET',
  path: '/api/v1/district/quotas',
  operationId: 'readQuotas',
  tag: '本区',
  summary: '本区的用量和配额：在用的账号、考核、证据、记录，各用了多少、最多多少',
  access: 'quota.read',
  answer: shape({
    quotas: Type.Array(
      shape({
        name: oneOf(
          ['people', 'assessments', 'evidenceBytes', 'records'],
          '在用的账号、考核、封存的证据（以字节计）、记录的现行版本；市只有第一项',
        ),
        used: countShape,
        limit: orNull(countShape),
        standing: oneOf(
          ['unlimited', 'fine', 'near', 'full'],
          '不限、未到八成、已到八成、已满；满了不再接收新的，已有的照常使用',
        ),
        countedAt: timestampShape,
      }),
      {
        description:
          '没有配额的证据是 countedAt 那时点数的，至多 10 分钟前；有配额的证据其后收的也算入；其余是此刻的数',
      },
    ),
  }),
})

import { Type } from '@sinclair/typebox'
import type { Code } from '../../core/records/code-sets.ts'
import type { Field } from '../../core/records/data-set.ts'
import { contract } from '../contract.ts'
import { listOf, orNull, told } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const listDataSets = contract({
  method: 'GET',
  path: '/api/v1/data-sets',
  operationId: 'listDataSets',
  tag: '记录',
  summary: '能导入哪些数据：每个数据集的字段、代码和各自的意思',
  access: 'records.read',
  answer: shape({
    dataSets: Type.Array(
      shape({
        name: Type.String(),
        chinese: Type.String(),
        meaning: Type.String(),
        recordedOn: Type.String(),
        fields: listOf(told<Field>({ name: Type.String(), chinese: Type.String(), meaning: Type.String() })),
        derived: Type.Array(shape({ name: Type.String(), field: Type.String(), derivation: Type.String() }), {
          description: '导入时算出的列',
        }),
      }),
    ),
    codeSets: Type.Array(
      shape({
        name: Type.String(),
        chinese: Type.String(),
        source: orNull(Type.String()),
        codes: listOf(told<Code>({ code: Type.String(), labels: Type.Array(Type.String()) })),
      }),
    ),
  }),
})

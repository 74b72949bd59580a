import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { dataSetNameShape, recordKeyShape, rowShape } from '../shapes/record-shapes.ts'

export const readVersions = contract({
  method: 'GET',
  path: '/api/v1/records/{dataSet}/versions',
  operationId: 'readVersions',
  tag: '记录',
  summary: '一条记录的各个版本，最早的在前',
  access: 'record.open',
  isLogged: true,
  params: shape({ dataSet: dataSetNameShape }),
  query: shape({ recordKey: recordKeyShape }),
  answer: shape({ versions: Type.Array(rowShape) }),
  refusals: ['record-unknown'],
})

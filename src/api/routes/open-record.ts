import { contract } from '../contract.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { recordRefShape, rowShape } from '../shapes/record-shapes.ts'

export const openRecord = contract({
  method: 'GET',
  path: '/api/v1/record',
  operationId: 'openRecord',
  tag: '记录',
  summary: '一条记录的某一版，按导入时遮盖的样子',
  access: 'record.open',
  isLogged: true,
  query: shape({ ref: recordRefShape }),
  answer: shape({ record: rowShape }),
  refusals: ['record-unknown'],
})

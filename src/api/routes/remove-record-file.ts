import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { recordFileParams } from '../shapes/record-shapes.ts'

export const removeRecordFile = contract({
  method: 'DELETE',
  path: '/api/v1/record-files/{fileId}',
  operationId: 'removeRecordFile',
  tag: '记录',
  summary: '删除上传的记录文件；导入成功的文件已自动删除',
  access: 'records.import',
  repeat: 'natural',
  params: recordFileParams,
  answer: shape({ done: Type.Literal(true) }),
  refusals: ['upload-unknown', 'file-in-use'],
})

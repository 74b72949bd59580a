import { contract } from '../contract.ts'
import { recordFileParams, recordFileShape } from '../shapes/record-shapes.ts'

export const readRecordFile = contract({
  method: 'GET',
  path: '/api/v1/record-files/{fileId}',
  operationId: 'readRecordFile',
  tag: '记录',
  summary: '记录文件上传到哪里',
  access: 'records.import',
  params: recordFileParams,
  answer: recordFileShape,
  refusals: ['upload-unknown'],
})

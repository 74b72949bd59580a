import { contract } from '../contract.ts'
import { recordFileParams, recordFileShape } from '../shapes/record-shapes.ts'

export const finishRecordFile = contract({
  method: 'POST',
  path: '/api/v1/record-files/{fileId}/finish',
  operationId: 'finishRecordFile',
  tag: '记录',
  summary: '传完了：核对摘要；重复得到同样的答复',
  access: 'records.import',
  repeat: 'natural',
  params: recordFileParams,
  answer: recordFileShape,
  refusals: ['upload-incomplete', 'upload-digest-differs'],
})

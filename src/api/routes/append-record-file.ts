import { contract } from '../contract.ts'
import { bytesShape } from '../shapes/evidence-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { recordFileParams, recordFileShape } from '../shapes/record-shapes.ts'

/** The offset makes it safe to repeat. What arrived before a connection broke is kept. */
export const appendRecordFile = contract({
  method: 'PATCH',
  path: '/api/v1/record-files/{fileId}',
  operationId: 'appendRecordFile',
  tag: '记录',
  summary: '从 offset 起续传一段内容',
  access: 'records.import',
  repeat: 'natural',
  params: recordFileParams,
  query: shape({ offset: bytesShape }),
  accepts: 'bytes',
  answer: recordFileShape,
  refusals: ['upload-offset-wrong', 'upload-broke-off', 'upload-busy', 'upload-finished', 'upload-size-differs'],
})

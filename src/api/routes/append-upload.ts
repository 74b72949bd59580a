import { contract } from '../contract.ts'
import { bytesShape, uploadParams, uploadShape } from '../shapes/evidence-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

/** The offset makes it safe to repeat. What arrived before a connection broke is kept. */
export const appendUpload = contract({
  method: 'PATCH',
  path: '/api/v1/uploads/{uploadId}',
  operationId: 'appendUpload',
  tag: '证据',
  summary: '从 offset 起续传一段内容',
  access: 'evidence.add',
  repeat: 'natural',
  params: uploadParams,
  query: shape({ offset: bytesShape }),
  accepts: 'bytes',
  answer: uploadShape,
  refusals: ['upload-offset-wrong', 'upload-broke-off', 'upload-busy', 'upload-finished', 'upload-size-differs'],
})

import { contract } from '../contract.ts'
import { uploadParams, uploadShape } from '../shapes/evidence-shapes.ts'

export const readUpload = contract({
  method: 'GET',
  path: '/api/v1/uploads/{uploadId}',
  operationId: 'readUpload',
  tag: '证据',
  summary: '上传进行到哪里',
  access: 'evidence.add',
  params: uploadParams,
  answer: uploadShape,
  refusals: ['upload-unknown'],
})

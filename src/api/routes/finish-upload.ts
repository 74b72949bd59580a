import { contract } from '../contract.ts'
import { fileShape, photoClaimsShape, uploadParams } from '../shapes/evidence-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const finishUpload = contract({
  method: 'POST',
  path: '/api/v1/uploads/{uploadId}/finish',
  operationId: 'finishUpload',
  tag: '证据',
  summary: '传完了：核对摘要、辨认类型并封存；重复得到同样的答复',
  access: 'evidence.add',
  repeat: 'natural',
  params: uploadParams,
  answer: shape({ file: fileShape, claims: photoClaimsShape }),
  refusals: ['upload-incomplete', 'upload-digest-differs', 'file-type-refused', 'file-type-differs', 'archive-bomb'],
})

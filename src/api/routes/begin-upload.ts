import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { bytesShape, uploadIdShape, uploadShape } from '../shapes/evidence-shapes.ts'
import { digestShape } from '../shapes/id-shapes.ts'
import { lineShape, shape } from '../shapes/plain-shapes.ts'

/** The upload's own id makes it safe to repeat: the same declaration again answers where the upload stands. */
export const beginUpload = contract({
  method: 'POST',
  path: '/api/v1/uploads',
  operationId: 'beginUpload',
  tag: '证据',
  summary: '申明要上传的文件；重复申明得到续传的位置',
  access: 'evidence.add',
  repeat: 'natural',
  body: shape({
    uploadId: uploadIdShape,
    name: lineShape,
    bytes: bytesShape,
    digest: Type.Union([digestShape, Type.Null()], { description: 'SHA-256；没有算过时为 null' }),
  }),
  status: 201,
  answer: uploadShape,
  refusals: ['upload-id-taken', 'upload-declaration-wrong', 'uploads-too-many', 'evidence-too-large'],
})

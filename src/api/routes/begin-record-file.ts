import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { bytesShape, uploadIdShape } from '../shapes/evidence-shapes.ts'
import { digestShape } from '../shapes/id-shapes.ts'
import { lineShape, shape } from '../shapes/plain-shapes.ts'
import { recordFileShape } from '../shapes/record-shapes.ts'

/** The file's own id makes it safe to repeat: the same declaration again answers where it stands. */
export const beginRecordFile = contract({
  method: 'POST',
  path: '/api/v1/record-files',
  operationId: 'beginRecordFile',
  tag: '记录',
  summary: '申明要上传的记录文件；重复申明得到续传的位置',
  access: 'records.import',
  repeat: 'natural',
  body: shape({
    fileId: uploadIdShape,
    fileName: lineShape,
    bytes: bytesShape,
    digest: Type.Union([digestShape, Type.Null()], { description: 'SHA-256；没有算过时为 null' }),
  }),
  status: 201,
  answer: recordFileShape,
  refusals: ['upload-id-taken', 'upload-declaration-wrong', 'uploads-too-many', 'file-too-large'],
})

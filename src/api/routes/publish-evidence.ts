import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { fileShape, uploadIdShape } from '../shapes/evidence-shapes.ts'
import { digestShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

const thousandths = Type.Integer({ minimum: 0, maximum: 1000, description: '照片宽或高的千分之几，0 至 1000' })

export const publishEvidence = contract({
  method: 'POST',
  path: '/api/v1/evidence/{digest}/published-copy',
  operationId: 'publishEvidence',
  tag: '证据',
  summary: '制作照片的公开副本：去掉 EXIF，遮挡人所选的区域',
  access: 'evidence.publish',
  repeat: 'kept',
  params: shape({ digest: digestShape }),
  body: shape({
    uploadId: uploadIdShape,
    blurred: Type.Array(shape({ left: thousandths, top: thousandths, width: thousandths, height: thousandths }), {
      maxItems: 100,
      description: '要遮挡的区域，至多 100 处',
    }),
  }),
  status: 201,
  answer: shape({ original: fileShape, published: fileShape }),
  refusals: ['image-expected', 'image-undecodable', 'blurred-area-wrong'],
})

import { Type } from '@sinclair/typebox'
import { digestShape } from './id-shapes.ts'
import { shape } from './plain-shapes.ts'

export const uploadIdShape = Type.String({
  pattern: '^[0-9a-z][0-9a-z_-]{7,63}$',
  minLength: 8,
  maxLength: 64,
  description: '上传编号：8 至 64 个小写字母、数字、横线或下划线，由客户端生成',
})

export const uploadParams = shape({ uploadId: uploadIdShape })

export const bytesShape = Type.Integer({ minimum: 0, maximum: 10_000_000_000, description: '字节数' })

export const fileShape = shape({ digest: digestShape, bytes: bytesShape, kind: Type.String() })

/** `offset` is where to go on; `file` is there once the upload is finished. */
export const uploadShape = shape({
  uploadId: uploadIdShape,
  bytes: bytesShape,
  offset: bytesShape,
  file: Type.Union([fileShape, Type.Null()]),
})

const textOrNull = Type.Union([Type.String(), Type.Null()])

/** What a photo says of itself. */
export const photoClaimsShape = shape({
  takenAt: textOrNull,
  offset: textOrNull,
  latitude: textOrNull,
  longitude: textOrNull,
  make: textOrNull,
  model: textOrNull,
})

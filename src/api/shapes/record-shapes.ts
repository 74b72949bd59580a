import { Type } from '@sinclair/typebox'
import type { DataSetName } from '../../core/records/data-set.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import { bytesShape, uploadIdShape } from './evidence-shapes.ts'
import { digestShape } from './id-shapes.ts'
import { oneOf, shape } from './plain-shapes.ts'

/** Records as they are named, shown and uploaded. */
export const dataSetNameShape = oneOf<DataSetName>(
  DATA_SETS.map(({ name }) => name),
  '数据集的名称，如 service_cases',
)

export const sourceShape = Type.String({
  pattern: '^[^\\s:/@\\u0000-\\u001f\\u007f-\\u009f]{1,60}$',
  minLength: 1,
  maxLength: 60,
  description: '来源系统的名称：1 至 60 个字，不含空白和 : / @',
})

export const recordRefShape = Type.String({
  pattern: '^[a-z_]{1,60}/[^\\s\\u0000-\\u001f\\u007f-\\u009f]{1,300}$',
  minLength: 3,
  maxLength: 361,
  description: '一条记录：数据集/来源/编号@版本',
})

export const recordKeyShape = Type.String({
  pattern: '^[^\\s\\u0000-\\u001f\\u007f-\\u009f]{3,300}$',
  minLength: 3,
  maxLength: 300,
  description: '记录的来源/编号',
})

/** Columns as SQL names them. */
export const rowShape = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()]))

export const recordFileParams = shape({ fileId: uploadIdShape })

/** `offset` is where to go on; `digest` is there once the file is finished. */
export const recordFileShape = shape({
  fileId: uploadIdShape,
  fileName: Type.String(),
  bytes: bytesShape,
  offset: bytesShape,
  digest: Type.Union([digestShape, Type.Null()]),
})

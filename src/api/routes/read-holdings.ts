import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { digestShape } from '../shapes/id-shapes.ts'
import { countShape, shape, timestampShape } from '../shapes/plain-shapes.ts'

export const readHoldings = contract({
  method: 'GET',
  path: '/api/v1/records',
  operationId: 'readHoldings',
  tag: '记录',
  summary: '本区现有的记录：各数据集有多少、哪些月份、哪些来源、最近何时导入',
  access: 'records.read',
  answer: shape({
    digest: digestShape,
    calendarVersion: orNull(Type.String()),
    sets: Type.Array(
      shape({
        dataSet: Type.String(),
        records: countShape,
        months: Type.Array(
          shape({
            month: Type.String(),
            records: countShape,
            sources: Type.Array(shape({ source: Type.String(), records: countShape, imports: countShape }), {
              description: '从哪里来：各多少条，动过这个月的导入有几次',
            }),
          }),
        ),
        sources: Type.Array(Type.String()),
        lastImportAt: orNull(timestampShape),
      }),
    ),
  }),
})

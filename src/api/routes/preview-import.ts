import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { countShape, shape } from '../shapes/plain-shapes.ts'
import { profileShape } from '../shapes/profile-shape.ts'
import { recordFileParams, rowShape } from '../shapes/record-shapes.ts'

/** Changes nothing; by POST because a profile is too long for an address. */
export const previewImport = contract({
  method: 'POST',
  path: '/api/v1/record-files/{fileId}/preview',
  operationId: 'previewImport',
  tag: '记录',
  summary: '按方案（可以是还没有确认的）逐行核对，什么都不留下：有多少错、错在哪里、导入后是什么样',
  access: 'records.import',
  repeat: 'natural',
  isLogged: true,
  params: recordFileParams,
  bodyLimit: 1024 * 1024,
  body: shape({ profile: profileShape }),
  answer: shape({
    rows: countShape,
    good: countShape,
    faulty: countShape,
    faults: Type.Array(
      shape({
        row: countShape,
        column: orNull(Type.String()),
        value: orNull(Type.String()),
        code: Type.String(),
        message: Type.String(),
      }),
    ),
    sample: Type.Array(rowShape),
  }),
  refusals: ['profile-wrong', 'column-missing', 'column-unknown', 'centers-none-enrolled', 'preview-busy'],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { importReportShape } from '../shapes/job-shapes.ts'
import { countShape, shape } from '../shapes/plain-shapes.ts'
import { recordFileParams } from '../shapes/record-shapes.ts'

export const lookIntoRecordFile = contract({
  method: 'GET',
  path: '/api/v1/record-files/{fileId}/look',
  operationId: 'lookIntoRecordFile',
  tag: '记录',
  summary: '看一眼文件：是什么、什么编码、表头和前几行，是否导入过；什么都不留下',
  access: 'records.import',
  params: recordFileParams,
  answer: shape({
    kind: Type.String({ description: 'csv、xlsx、jsonl、parquet' }),
    encoding: orNull(Type.String()),
    bytes: countShape,
    digest: Type.String(),
    header: Type.Array(Type.String()),
    sample: Type.Array(Type.Array(Type.String())),
    imported: Type.Array(importReportShape, { description: '同一份内容以前的导入' }),
  }),
  refusals: ['upload-incomplete', 'file-unknown-kind', 'file-damaged', 'file-not-text', 'file-no-header'],
})

import { contract } from '../contract.ts'
import { importParams, importShape } from '../shapes/job-shapes.ts'

export const cancelImport = contract({
  method: 'POST',
  path: '/api/v1/imports/{importId}/cancel',
  operationId: 'cancelImport',
  tag: '记录',
  summary: '停止一次导入：没有导入完的一行也不留下；已导入完的照实告知',
  access: 'records.import',
  repeat: 'natural',
  params: importParams,
  answer: importShape,
  refusals: ['import-unknown', 'import-ended'],
})

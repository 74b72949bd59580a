import { contract } from '../contract.ts'
import { importParams, importShape } from '../shapes/job-shapes.ts'

export const readImport = contract({
  method: 'GET',
  path: '/api/v1/imports/{importId}',
  operationId: 'readImport',
  tag: '记录',
  summary: '一次导入进行到哪里、还要多久、结果如何',
  access: 'records.read',
  params: importParams,
  answer: importShape,
  refusals: ['import-unknown'],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { importParams } from '../shapes/job-shapes.ts'

export const readImportErrors = contract({
  method: 'GET',
  path: '/api/v1/imports/{importId}/errors',
  operationId: 'readImportErrors',
  tag: '记录',
  summary: '下载错误文件：只含有错的行和错在哪里，改正后可以直接再导入；只给上传的本人',
  access: 'records.import',
  isLogged: true,
  params: importParams,
  mediaType: 'text/csv',
  answer: Type.String(),
  refusals: ['import-unknown', 'errors-gone'],
})

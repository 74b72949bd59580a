import { contract } from '../contract.ts'
import { uploadIdShape } from '../shapes/evidence-shapes.ts'
import { importShape } from '../shapes/job-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { profileIdShape } from '../shapes/profile-shape.ts'

export const startImport = contract({
  method: 'POST',
  path: '/api/v1/imports',
  operationId: 'startImport',
  tag: '记录',
  summary: '按已确认的方案导入上传的文件：排进队里，要么全部导入，要么一行也不导入',
  access: 'records.import',
  repeat: 'kept',
  isLogged: true,
  body: shape({ fileId: uploadIdShape, profileId: profileIdShape }),
  status: 202,
  answer: importShape,
  refusals: ['upload-incomplete', 'profile-unknown', 'file-in-use', 'jobs-too-many'],
})

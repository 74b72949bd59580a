import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { lineShape, shape } from '../shapes/plain-shapes.ts'
import { profileIdShape, profileShape } from '../shapes/profile-shape.ts'
import { dataSetNameShape, recordFileParams, sourceShape } from '../shapes/record-shapes.ts'

export const guessProfile = contract({
  method: 'GET',
  path: '/api/v1/record-files/{fileId}/guess',
  operationId: 'guessProfile',
  tag: '记录',
  summary: '按表头和全部代码拟一个导入方案，并列出文件自己证明不了、须由人写明的各点；什么都不留下',
  access: 'records.import',
  params: recordFileParams,
  query: shape({
    profileId: profileIdShape,
    title: lineShape,
    source: sourceShape,
    dataSet: Type.Optional(dataSetNameShape),
  }),
  answer: shape({
    profile: profileShape,
    open: Type.Array(
      shape({
        code: Type.String(),
        field: orNull(Type.String()),
        column: orNull(Type.String()),
        message: Type.String(),
      }),
    ),
  }),
  refusals: ['upload-incomplete', 'file-no-header', 'profile-unguessable', 'preview-busy'],
})

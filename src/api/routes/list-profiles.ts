import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { personIdShape } from '../shapes/id-shapes.ts'
import { shape, timestampShape } from '../shapes/plain-shapes.ts'
import { profileShape } from '../shapes/profile-shape.ts'

export const listProfiles = contract({
  method: 'GET',
  path: '/api/v1/import-profiles',
  operationId: 'listProfiles',
  tag: '记录',
  summary: '已确认的导入方案',
  access: 'records.read',
  answer: shape({
    profiles: Type.Array(shape({ profile: profileShape, by: personIdShape, at: timestampShape })),
  }),
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { profileShape } from '../shapes/profile-shape.ts'

export const confirmProfile = contract({
  method: 'POST',
  path: '/api/v1/import-profiles',
  operationId: 'confirmProfile',
  tag: '记录',
  summary: '确认一个导入方案；同一编号再确认一次成为新的一版，以前的导入不变',
  access: 'profile.confirm',
  repeat: 'kept',
  isLogged: true,
  bodyLimit: 1024 * 1024,
  body: shape({ profile: profileShape }),
  answer: shape({ done: Type.Literal(true) }),
  refusals: ['profile-wrong'],
})

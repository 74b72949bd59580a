import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { personIdShape } from '../shapes/id-shapes.ts'
import { emailShape, nameShape, ownCenterShape, rolesShape, usernameShape } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const createPerson = contract({
  method: 'POST',
  path: '/api/v1/people',
  operationId: 'createPerson',
  tag: '人员',
  summary: '添加人员；一次性密码只显示这一次',
  access: 'person.manage',
  repeat: 'shown-once',
  body: shape({
    username: usernameShape,
    name: nameShape,
    roles: rolesShape,
    centerId: ownCenterShape,
    email: emailShape,
    hasPassword: Type.Boolean({ description: 'false：只用统一身份登录' }),
  }),
  status: 201,
  answer: shape({ personId: personIdShape, oneTimePassword: Type.Union([Type.String(), Type.Null()]) }),
  refusals: ['username-taken', 'username-wrong', 'roles-conflict', 'center-missing'],
})

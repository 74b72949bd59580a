import { contract } from '../contract.ts'
import { doneShape, ownCenterShape, personParams, rolesShape } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const grantRoles = contract({
  method: 'PUT',
  path: '/api/v1/people/{personId}/roles',
  operationId: 'grantRoles',
  tag: '人员',
  summary: '改定角色和所属中心；该人须重新登录',
  access: 'person.manage',
  repeat: 'kept',
  params: personParams,
  body: shape({ roles: rolesShape, centerId: ownCenterShape }),
  answer: doneShape,
  refusals: ['person-unknown', 'own-account', 'roles-conflict', 'last-administrator'],
})

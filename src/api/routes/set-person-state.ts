import { contract } from '../contract.ts'
import { doneShape, personParams } from '../shapes/people-shapes.ts'
import { oneOf, shape } from '../shapes/plain-shapes.ts'

export const setPersonState = contract({
  method: 'PUT',
  path: '/api/v1/people/{personId}/state',
  operationId: 'setPersonState',
  tag: '人员',
  summary: '停用或恢复一个人员',
  access: 'person.manage',
  repeat: 'kept',
  params: personParams,
  body: shape({ state: oneOf(['active', 'disabled'], '在用或停用') }),
  answer: doneShape,
  refusals: ['person-unknown', 'own-account', 'last-administrator'],
})

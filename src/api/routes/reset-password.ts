import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { personParams } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const resetPassword = contract({
  method: 'POST',
  path: '/api/v1/people/{personId}/password-reset',
  operationId: 'resetPassword',
  tag: '人员',
  summary: '为他人重置密码；一次性密码只显示这一次',
  access: 'person.manage',
  repeat: 'shown-once',
  params: personParams,
  answer: shape({ oneTimePassword: Type.String() }),
  refusals: ['person-unknown', 'own-account'],
})

import { contract } from '../contract.ts'
import { doneShape, personParams } from '../shapes/people-shapes.ts'

export const resetSecondFactor = contract({
  method: 'POST',
  path: '/api/v1/people/{personId}/second-factor-reset',
  operationId: 'resetSecondFactor',
  tag: '人员',
  summary: '为遗失手机的人员撤去动态码',
  access: 'person.manage',
  repeat: 'kept',
  params: personParams,
  answer: doneShape,
  refusals: ['person-unknown', 'own-account'],
})

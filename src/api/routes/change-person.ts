import { contract } from '../contract.ts'
import { doneShape, emailShape, nameShape, personParams } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const changePerson = contract({
  method: 'PUT',
  path: '/api/v1/people/{personId}/details',
  operationId: 'changePerson',
  tag: '人员',
  summary: '更改姓名和电子邮件地址',
  access: 'person.manage',
  repeat: 'kept',
  params: personParams,
  body: shape({ name: nameShape, email: emailShape }),
  answer: doneShape,
  refusals: ['person-unknown', 'person-changed'],
})

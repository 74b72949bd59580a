import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { personShape } from '../shapes/people-shapes.ts'
import { nextShape, pageQuery, shape } from '../shapes/plain-shapes.ts'

export const listPeople = contract({
  method: 'GET',
  path: '/api/v1/people',
  operationId: 'listPeople',
  tag: '人员',
  summary: '本区的人员，按用户名',
  access: 'person.read',
  query: shape(pageQuery),
  answer: shape({ people: Type.Array(personShape), next: nextShape }),
})

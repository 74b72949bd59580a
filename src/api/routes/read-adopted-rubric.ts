import { Type } from '@sinclair/typebox'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { contract } from '../contract.ts'
import { told } from '../shapes/acting-shapes.ts'
import { digestShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readAdoptedRubric = contract({
  method: 'GET',
  path: '/api/v1/rubrics/{rubricDigest}',
  operationId: 'readAdoptedRubric',
  tag: '细则',
  summary: '采用过的一份细则和它的通知正文',
  access: 'rubric.read',
  params: shape({ rubricDigest: digestShape }),
  answer: shape({
    rubric: told<Rubric>({ id: Type.String(), title: Type.String(), sections: Type.Array(Type.Any()) }),
    notice: Type.String(),
  }),
  refusals: ['rubric-unknown'],
})

import { Type } from '@sinclair/typebox'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { contract } from '../contract.ts'
import { assessmentParams, told } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readRubric = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/rubric',
  operationId: 'readRubric',
  tag: '细则',
  summary: '考核所用的细则和通知正文',
  access: 'rubric.read',
  params: assessmentParams,
  answer: shape({
    rubric: told<Rubric>({ id: Type.String(), title: Type.String(), sections: Type.Array(Type.Any()) }),
    notice: Type.String(),
  }),
  refusals: ['assessment-unknown'],
})

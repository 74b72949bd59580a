import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentIdShape, clauseIdShape } from '../shapes/id-shapes.ts'
import { pageQuery, shape } from '../shapes/plain-shapes.ts'
import { precedentShape } from '../shapes/reading-shapes.ts'

export const listPrecedents = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/clauses/{clauseId}/precedents',
  operationId: 'listPrecedents',
  tag: '问题',
  summary: '同一款已有的结论，供裁量参考，新的在前',
  access: 'finding.read',
  params: shape({ assessmentId: assessmentIdShape, clauseId: clauseIdShape }),
  query: shape({ limit: pageQuery.limit }),
  answer: shape({ precedents: Type.Array(precedentShape) }),
  refusals: ['assessment-unknown'],
})

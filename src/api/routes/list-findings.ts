import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { centerIdShape, clauseIdShape } from '../shapes/id-shapes.ts'
import { nextShape, oneOf, pageQuery, shape } from '../shapes/plain-shapes.ts'
import { findingStandingShape, findingViewFields } from '../shapes/reading-shapes.ts'

export const listFindings = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings',
  operationId: 'listFindings',
  tag: '问题',
  summary: '问题的列表，新的在前；可按中心、步骤、款号和“等我办”筛选',
  access: 'finding.read',
  center: 'query.centerId',
  params: assessmentParams,
  query: shape({
    ...pageQuery,
    centerId: Type.Optional(centerIdShape),
    standing: Type.Optional(findingStandingShape),
    clauseId: Type.Optional(clauseIdShape),
    mine: Type.Optional(oneOf(['true', 'false'], '只看等我办的')),
  }),
  answer: shape({ findings: Type.Array(shape(findingViewFields)), next: nextShape }),
  refusals: ['assessment-unknown'],
})

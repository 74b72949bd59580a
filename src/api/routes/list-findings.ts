import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { findingsQuery } from '../shapes/findings-query.ts'
import { countShape, dateShape, nextShape, pageQuery, shape } from '../shapes/plain-shapes.ts'
import { findingCounts, findingViewFields } from '../shapes/reading-shapes.ts'

export const listFindings = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings',
  operationId: 'listFindings',
  tag: '问题',
  summary: '问题的列表，可筛选、排序，附总数和各步骤的数目',
  access: 'finding.read',
  center: 'query.centerId',
  params: assessmentParams,
  query: shape({
    ...pageQuery,
    ...findingsQuery,
  }),
  answer: shape({
    findings: Type.Array(shape(findingViewFields)),
    next: nextShape,
    total: countShape,
    byStanding: findingCounts,
    today: dateShape,
  }),
  refusals: ['assessment-unknown'],
})

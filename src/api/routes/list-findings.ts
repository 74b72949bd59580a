import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { centerIdShape, clauseIdShape } from '../shapes/id-shapes.ts'
import { countShape, dateShape, lineShape, nextShape, oneOf, pageQuery, shape } from '../shapes/plain-shapes.ts'
import { findingCounts, findingViewFields } from '../shapes/reading-shapes.ts'

const STANDINGS = 'suspected|reported|notified|substantiated|dismissed|reversed|withdrawn'

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
    centerId: Type.Optional(centerIdShape),
    standing: Type.Optional(
      Type.String({
        maxLength: 100,
        pattern: `^(?:${STANDINGS})(?:,(?:${STANDINGS}))*$`,
        description: '办到哪一步，可用逗号列出几个',
      }),
    ),
    // The id of a section or criterion is shaped as a clause's is.
    clauseId: Type.Optional(clauseIdShape),
    source: Type.Optional(
      oneOf(['inspection', 'complaint', 'rating', 'hotline', 'self-assessment', 'records'], '来源'),
    ),
    text: Type.Optional(lineShape),
    occurredFrom: Type.Optional(dateShape),
    occurredTo: Type.Optional(dateShape),
    mine: Type.Optional(oneOf(['true', 'false'], '只看等我办的')),
    sort: Type.Optional(
      oneOf(['newest', 'oldest', 'occurred', 'due', 'center', 'clause'], '次序：登记的新旧、发生日、期限、中心、款号'),
    ),
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

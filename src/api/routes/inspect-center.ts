import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { actedAt, actedShape, assessmentParams } from '../shapes/acting-shapes.ts'
import { centerIdShape, clauseIdShape, inspectionIdShape } from '../shapes/id-shapes.ts'
import { dateShape, shape } from '../shapes/plain-shapes.ts'

export const inspectCenter = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/inspections',
  operationId: 'inspectCenter',
  tag: '问题',
  summary: '登记检查：看过哪些款，未见问题；不影响得分',
  access: 'finding.report',
  center: 'body.centerId',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({
    inspectionId: inspectionIdShape,
    centerId: centerIdShape,
    inspectedOn: dateShape,
    clauseIds: Type.Array(clauseIdShape, { minItems: 1, maxItems: 500 }),
    ...actedAt,
  }),
  answer: actedShape,
  refusals: ['center-unknown', 'clause-unknown', 'inspection-exists', 'outside-period', 'period-closed'],
})

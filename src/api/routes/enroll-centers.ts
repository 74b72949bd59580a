import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { actedAt, actedShape, assessmentParams, enrollmentShape } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const enrollCenters = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/centers',
  operationId: 'enrollCenters',
  tag: '考核',
  summary: '列入参加考核的中心，全部或一个也不',
  access: 'center.enroll',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({ centers: Type.Array(enrollmentShape, { minItems: 1, maxItems: 1000 }), ...actedAt }),
  answer: actedShape,
  refusals: ['center-already-enrolled'],
})

import { contract } from '../contract.ts'
import { actedAt, actedShape, assessmentParams, termsFields } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const setTerms = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/terms',
  operationId: 'setTerms',
  tag: '考核',
  summary: '规定答复、申诉和整改的工作日数',
  access: 'assessment.terms',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({ ...termsFields, ...actedAt }),
  answer: actedShape,
})

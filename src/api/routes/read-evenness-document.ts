import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readEvennessDocument = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/analysis/evenness/document',
  operationId: 'readEvennessDocument',
  tag: '分析',
  summary: '尺度的分析，做成 Word、Excel 或 PDF',
  access: 'analysis.read',
  isLogged: true,
  params: assessmentParams,
  query: shape(formQuery),
  ...documentAnswer,
  refusals: ['assessment-unknown', ...documentRefusals],
})

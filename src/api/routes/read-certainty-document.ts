import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { certaintyQuery } from '../shapes/certainty-shapes.ts'
import { documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readCertaintyDocument = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/analysis/certainty/document',
  operationId: 'readCertaintyDocument',
  tag: '文件',
  summary: '名次的把握，做成 Word、Excel 或 PDF',
  access: 'analysis.read',
  isLogged: true,
  params: assessmentParams,
  query: shape({ ...formQuery, ...certaintyQuery }),
  ...documentAnswer,
  refusals: ['assessment-unknown', ...documentRefusals],
})

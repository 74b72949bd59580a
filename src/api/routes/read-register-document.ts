import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readRegisterDocument = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/interpretations/document',
  operationId: 'readRegisterDocument',
  tag: '文件',
  summary: '口径登记：通知没有写明的每一处、选定的读法、理由、决定人和日期，以及还没有答复的，做成 Word、Excel 或 PDF',
  access: 'assessment.read',
  isLogged: true,
  params: assessmentParams,
  query: shape(formQuery),
  ...documentAnswer,
  refusals: ['assessment-unknown', ...documentRefusals],
})

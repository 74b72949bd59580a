import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { columnsQuery, documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { clocksQuery } from '../shapes/reading-shapes.ts'

export const readSheetsDocument = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/all-sheets/document',
  operationId: 'readSheetsDocument',
  tag: '文件',
  summary: '全部中心的得分表，合成一份 Word、Excel 或 PDF；可要任何一天的',
  access: 'ranking.read',
  isLogged: true,
  params: assessmentParams,
  query: shape({ ...formQuery, ...clocksQuery, ...columnsQuery }),
  ...documentAnswer,
  refusals: ['assessment-unknown', 'centers-none', ...documentRefusals],
})

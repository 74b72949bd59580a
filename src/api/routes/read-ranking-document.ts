import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { clocksQuery } from '../shapes/reading-shapes.ts'

export const readRankingDocument = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/ranking/document',
  operationId: 'readRankingDocument',
  tag: '文件',
  summary: '各中心的得分汇总和排名，做成 Word、Excel 或 PDF；可要任何一天的',
  access: 'ranking.read',
  isLogged: true,
  params: assessmentParams,
  query: shape({ ...formQuery, ...clocksQuery }),
  ...documentAnswer,
  refusals: ['assessment-unknown', 'centers-none', ...documentRefusals],
})

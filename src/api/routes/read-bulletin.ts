import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { documentAnswer } from '../shapes/document-shapes.ts'
import { bulletinQuery, letterRefusals } from '../shapes/letter-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readBulletin = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/bulletin-document',
  operationId: 'readBulletin',
  tag: '文件',
  summary: '年度考核通报，附排名、扣分汇总和口径；定稿以前是征求意见稿',
  access: 'ranking.read',
  isLogged: true,
  params: assessmentParams,
  query: shape(bulletinQuery),
  ...documentAnswer,
  refusals: ['centers-none', ...letterRefusals],
})

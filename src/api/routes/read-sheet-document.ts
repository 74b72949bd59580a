import { contract } from '../contract.ts'
import { columnsQuery, documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { assessmentIdShape, centerIdShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { clocksQuery } from '../shapes/reading-shapes.ts'

export const readSheetDocument = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/sheets/{centerId}/document',
  operationId: 'readSheetDocument',
  tag: '文件',
  summary: '一个中心的得分表，做成 Word、Excel 或 PDF；可要任何一天的',
  access: 'sheet.read',
  center: 'params.centerId',
  isLogged: true,
  params: shape({ assessmentId: assessmentIdShape, centerId: centerIdShape }),
  query: shape({ ...formQuery, ...clocksQuery, ...columnsQuery }),
  ...documentAnswer,
  refusals: ['assessment-unknown', 'center-unlisted', ...documentRefusals],
})

import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { scenarioShape } from '../shapes/what-if-shapes.ts'

export const readWhatIfDocument = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/analysis/what-if/document',
  operationId: 'readWhatIfDocument',
  tag: '文件',
  summary: '设想的事项和变动的每一个数，做成 Word、Excel 或 PDF',
  access: 'analysis.read',
  isLogged: true,
  params: assessmentParams,
  query: shape({ ...formQuery, scenario: scenarioShape }),
  ...documentAnswer,
  refusals: ['assessment-unknown', 'scenario-malformed', ...documentRefusals],
})

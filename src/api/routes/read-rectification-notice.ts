import { contract } from '../contract.ts'
import { findingParams } from '../shapes/acting-shapes.ts'
import { documentAnswer } from '../shapes/document-shapes.ts'
import { letterQuery, letterRefusals } from '../shapes/letter-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readRectificationNotice = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/rectification-document',
  operationId: 'readRectificationNotice',
  tag: '文件',
  summary: '整改通知书，附整改情况反馈表',
  access: 'finding.read',
  center: 'case',
  isLogged: true,
  params: findingParams,
  query: shape(letterQuery),
  ...documentAnswer,
  refusals: ['finding-unknown', 'letter-without-rectification', ...letterRefusals],
})

import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { findingsQuery } from '../shapes/findings-query.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readFindingsDocument = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings-document',
  operationId: 'readFindingsDocument',
  tag: '文件',
  summary: '问题清单，附证据的小图，做成 Word、Excel 或 PDF；筛选和次序同列表',
  access: 'finding.read',
  center: 'query.centerId',
  isLogged: true,
  params: assessmentParams,
  query: shape({ ...formQuery, ...findingsQuery }),
  ...documentAnswer,
  refusals: ['assessment-unknown', ...documentRefusals],
})

import { contract } from '../contract.ts'
import { findingParams } from '../shapes/acting-shapes.ts'
import { documentAnswer } from '../shapes/document-shapes.ts'
import { letterQuery, letterRefusals } from '../shapes/letter-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readFindingNotice = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/notice-document',
  operationId: 'readFindingNotice',
  tag: '文件',
  summary: '问题告知书，附回复单；告知中心以后才有',
  access: 'finding.read',
  center: 'case',
  isLogged: true,
  params: findingParams,
  query: shape(letterQuery),
  ...documentAnswer,
  refusals: ['finding-unknown', 'letter-before-notice', ...letterRefusals],
})

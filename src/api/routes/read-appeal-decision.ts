import { contract } from '../contract.ts'
import { findingParams } from '../shapes/acting-shapes.ts'
import { documentAnswer } from '../shapes/document-shapes.ts'
import { letterQuery, letterRefusals } from '../shapes/letter-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readAppealDecision = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/appeal-decision-document',
  operationId: 'readAppealDecision',
  tag: '文件',
  summary: '复核决定书，列出所改动的每个数；复核决定以后才有',
  access: 'finding.read',
  center: 'case',
  isLogged: true,
  params: findingParams,
  query: shape(letterQuery),
  ...documentAnswer,
  refusals: ['finding-unknown', 'letter-before-review', ...letterRefusals],
})

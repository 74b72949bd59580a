import { contract } from '../contract.ts'
import { letterAboutFinding, letterRefusals } from '../shapes/letter-shapes.ts'

export const readAppealDecision = contract({
  ...letterAboutFinding,
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/appeal-decision-document',
  operationId: 'readAppealDecision',
  summary: '复核决定书，列出所改动的每个数；复核决定以后才有',
  refusals: ['finding-unknown', 'letter-before-review', ...letterRefusals],
})

import { contract } from '../contract.ts'
import { letterAboutFinding, letterRefusals } from '../shapes/letter-shapes.ts'

export const readFindingNotice = contract({
  ...letterAboutFinding,
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/notice-document',
  operationId: 'readFindingNotice',
  summary: '问题告知书，附回复单；告知中心以后才有',
  refusals: ['finding-unknown', 'letter-before-notice', ...letterRefusals],
})

import { contract } from '../contract.ts'
import { clauseSoFarShape } from '../shapes/clause-shapes.ts'
import { assessmentIdShape, clauseIdShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readClause = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/clauses/{clauseId}',
  operationId: 'readClause',
  tag: '问题',
  summary: '一款在本次考核中的情形：读成的规则、各步的问题数、共扣共加多少；只含可看的中心',
  access: 'finding.read',
  params: shape({ assessmentId: assessmentIdShape, clauseId: clauseIdShape }),
  answer: clauseSoFarShape,
  refusals: ['assessment-unknown', 'clause-unknown'],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { scenarioShape, whatIfFields } from '../shapes/what-if-shapes.ts'

export const whatIf = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/analysis/what-if',
  operationId: 'whatIf',
  tag: '分析',
  summary: '设想：若是如此，哪些数会变；可与另一个方案并排比较。什么都不记',
  access: 'analysis.read',
  params: assessmentParams,
  query: shape({ scenario: scenarioShape, beside: Type.Optional(scenarioShape) }),
  answer: shape(whatIfFields),
  refusals: [
    'assessment-unknown',
    'finding-unknown',
    'bonus-unknown',
    'clause-unknown',
    'question-unknown',
    'amount-outside',
    'supposed-already',
    'supposed-without-appeal',
    'scenario-malformed',
    'scenario-long',
  ],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { evennessFields } from '../shapes/evenness-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { headShape } from '../shapes/reading-shapes.ts'

export const readEvenness = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/analysis/evenness',
  operationId: 'readEvenness',
  tag: '分析',
  summary: '尺度：由人裁量的数额按考核员、中心、季度和来源，情形相近而数额不同的，检查次数和发现率',
  access: 'analysis.read',
  params: assessmentParams,
  answer: shape({
    ...evennessFields,
    areNamed: Type.Boolean({ description: '考核员是否以姓名出现' }),
    head: headShape,
  }),
  refusals: ['assessment-unknown'],
})

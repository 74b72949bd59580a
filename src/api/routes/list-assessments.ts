import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentIdShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { summaryFields } from '../shapes/reading-shapes.ts'

export const listAssessments = contract({
  method: 'GET',
  path: '/api/v1/assessments',
  operationId: 'listAssessments',
  tag: '考核',
  summary: '本区的考核及进度',
  access: 'assessment.read',
  answer: shape({
    assessments: Type.Array(shape(summaryFields)),
    /** Those whose ledger cannot be read, with the reason. */
    damaged: Type.Array(shape({ assessmentId: assessmentIdShape, code: Type.String(), message: Type.String() })),
  }),
})

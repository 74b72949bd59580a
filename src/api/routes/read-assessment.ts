import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams, enrollmentShape, orNull, termsFields } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { answeredQuestionShape, summaryFields } from '../shapes/reading-shapes.ts'

export const readAssessment = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}',
  operationId: 'readAssessment',
  tag: '考核',
  summary: '一次考核：周期、期限、中心、口径和进度',
  access: 'assessment.read',
  params: assessmentParams,
  answer: shape({
    ...summaryFields,
    terms: orNull(shape(termsFields)),
    centerList: Type.Array(enrollmentShape),
    questions: Type.Array(
      shape({
        ...answeredQuestionShape.properties,
        decidedBy: orNull(Type.String({ description: '确定口径的人的姓名；未答或账号已不在的为 null' })),
      }),
    ),
  }),
  refusals: ['assessment-unknown'],
})

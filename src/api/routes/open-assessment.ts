import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { actedAt, actedShape, enrollmentShape, termsFields } from '../shapes/acting-shapes.ts'
import { assessmentIdShape, digestShape } from '../shapes/id-shapes.ts'
import { dateShape, shape } from '../shapes/plain-shapes.ts'

export const openAssessment = contract({
  method: 'POST',
  path: '/api/v1/assessments',
  operationId: 'openAssessment',
  tag: '考核',
  summary: '依据采用的细则开启考核',
  access: 'assessment.open',
  repeat: 'ledger',
  body: shape({
    assessmentId: assessmentIdShape,
    rubricDigest: digestShape,
    period: shape({ periodFrom: dateShape, periodTo: dateShape }),
    terms: shape(termsFields),
    centers: Type.Array(enrollmentShape, { maxItems: 1000 }),
    ...actedAt,
  }),
  bodyLimit: 512 * 1024,
  status: 201,
  answer: actedShape,
  refusals: ['rubric-unknown', 'assessment-exists', 'assessment-already-open', 'period-reversed'],
})

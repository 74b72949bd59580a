import { contract } from '../contract.ts'
import { actedAt, actedShape, assessmentParams } from '../shapes/acting-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const publishResults = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/publish',
  operationId: 'publishResults',
  tag: '考核',
  summary: '公示定稿的结果',
  access: 'results.publish',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({ statement: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['not-sealed', 'already-published'],
})

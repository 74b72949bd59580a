import { contract } from '../contract.ts'
import { actedAt, actedShape, evidenceShape, findingParams } from '../shapes/acting-shapes.ts'
import { appealIdShape } from '../shapes/id-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const fileAppeal = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}/appeals',
  operationId: 'fileAppeal',
  tag: '申诉',
  summary: '对结论提出申诉',
  access: 'appeal.file',
  center: 'case',
  repeat: 'ledger',
  params: findingParams,
  body: shape({ appealId: appealIdShape, grounds: proseShape, evidence: evidenceShape, ...actedAt }),
  answer: actedShape,
  refusals: ['appeal-too-late', 'appeal-pending', 'appeal-exists'],
})

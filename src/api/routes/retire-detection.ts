import { contract } from '../contract.ts'
import { actedAt, actedShape } from '../shapes/acting-shapes.ts'
import { detectionNameShape } from '../shapes/detection-shapes.ts'
import { assessmentIdShape } from '../shapes/id-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const retireDetection = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/detections/{detection}/retire',
  operationId: 'retireDetection',
  tag: '检测',
  summary: '在本考核停用一项检测，写明理由：不再运行，它检出而没有结论的疑点一并撤回；重新采用后又可运行',
  access: 'detection.adopt',
  repeat: 'ledger',
  params: shape({ assessmentId: assessmentIdShape, detection: detectionNameShape }),
  body: shape({ reason: proseShape, ...actedAt }),
  answer: actedShape,
  refusals: ['detection-unknown', 'detection-already-retired', 'decider-of-own-center'],
})

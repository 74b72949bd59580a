import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentIdShape, digestShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readEvidence = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/evidence/{digest}',
  operationId: 'readEvidence',
  tag: '证据',
  summary: '下载一份证据原件；可用 Range 读一段',
  access: 'evidence.read',
  center: 'case',
  isLogged: true,
  params: shape({ assessmentId: assessmentIdShape, digest: digestShape }),
  mediaType: 'application/octet-stream',
  answer: Type.String(),
  refusals: ['evidence-missing', 'evidence-corrupted', 'evidence-range-wrong'],
})

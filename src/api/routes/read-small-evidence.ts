import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentIdShape, digestShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readSmallEvidence = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/evidence/{digest}/small',
  operationId: 'readSmallEvidence',
  tag: '证据',
  summary: '一张照片的小图：长边至多 480 像素，转正，不带 EXIF；不是照片的，拒绝时写明 kind',
  access: 'evidence.read',
  center: 'case',
  isLogged: true,
  params: shape({ assessmentId: assessmentIdShape, digest: digestShape }),
  mediaType: 'image/jpeg',
  answer: Type.String(),
  refusals: ['evidence-missing', 'evidence-corrupted', 'image-expected', 'image-undecodable', 'image-too-many-pixels'],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { detectionShape, rubricParams } from '../shapes/detection-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const listDetections = contract({
  method: 'GET',
  path: '/api/v1/rubrics/{rubricId}/detections',
  operationId: 'listDetections',
  tag: '检测',
  summary: '为细则采用的检测：查哪一款、能看出什么、各个数的口径、SQL 原文',
  access: 'detection.read',
  params: rubricParams,
  answer: shape({ detections: Type.Array(detectionShape) }),
  refusals: ['rubric-not-adopted'],
})

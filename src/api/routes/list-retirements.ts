import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { personIdShape } from '../shapes/id-shapes.ts'
import { countShape, shape, timestampShape } from '../shapes/plain-shapes.ts'

export const listRetirements = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/detections/retired',
  operationId: 'listRetirements',
  tag: '检测',
  summary: '为细则采用、在本考核停用的检测：谁停用、何时、为什么',
  access: 'detection.read',
  params: assessmentParams,
  answer: shape({
    retired: Type.Array(
      shape({
        detection: Type.String(),
        version: countShape,
        reason: Type.String(),
        by: personIdShape,
        retiredAt: timestampShape,
      }),
    ),
  }),
})

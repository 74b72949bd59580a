import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull, assessmentParams } from '../shapes/acting-shapes.ts'
import { detectionNameShape } from '../shapes/detection-shapes.ts'
import { runShape } from '../shapes/job-shapes.ts'
import { dateShape, shape } from '../shapes/plain-shapes.ts'

export const runDetections = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/detection-runs',
  operationId: 'runDetections',
  tag: '检测',
  summary: '对考核运行检测：排进队里；新见的疑点登记，记录变了的更改或撤回，已决定的只作标记；再运行一次不会重复登记',
  access: 'detection.run',
  repeat: 'kept',
  isLogged: true,
  params: assessmentParams,
  body: shape({
    detections: orNull(
      Type.Array(detectionNameShape, { minItems: 1, maxItems: 200, description: '检测的名称；null 为全部' }),
    ),
    asOf: orNull(dateShape),
  }),
  status: 202,
  answer: runShape,
  refusals: ['assessment-unknown', 'detections-none', 'detection-unknown', 'period-closed', 'jobs-too-many'],
})

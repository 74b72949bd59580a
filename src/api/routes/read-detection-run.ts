import { contract } from '../contract.ts'
import { runParams, runShape } from '../shapes/job-shapes.ts'

export const readDetectionRun = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/detection-runs/{runId}',
  operationId: 'readDetectionRun',
  tag: '检测',
  summary: '一次检测进行到哪一项，各项看出了什么',
  access: 'detection.read',
  params: runParams,
  answer: runShape,
  refusals: ['run-unknown'],
})

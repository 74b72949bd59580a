import { contract } from '../contract.ts'
import { runParams, runShape } from '../shapes/job-shapes.ts'

export const cancelDetectionRun = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/detection-runs/{runId}/cancel',
  operationId: 'cancelDetectionRun',
  tag: '检测',
  summary: '停止一次检测：一个疑点也没有登记；已登记完的照实告知',
  access: 'detection.run',
  repeat: 'natural',
  params: runParams,
  answer: runShape,
  refusals: ['run-unknown', 'run-ended'],
})

import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { runShape } from '../shapes/job-shapes.ts'
import { nextShape, pageQuery, shape } from '../shapes/plain-shapes.ts'

export const listDetectionRuns = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/detection-runs',
  operationId: 'listDetectionRuns',
  tag: '检测',
  summary: '对考核运行过的检测，最近的在前',
  access: 'detection.read',
  params: assessmentParams,
  query: shape(pageQuery),
  answer: shape({ runs: Type.Array(runShape), next: nextShape }),
  refusals: ['assessment-unknown'],
})

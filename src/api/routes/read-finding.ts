import { contract } from '../contract.ts'
import { eventsShape, findingParams } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { findingViewFields } from '../shapes/reading-shapes.ts'

export const readFinding = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}',
  operationId: 'readFinding',
  tag: '问题',
  summary: '一个问题和它的全部经过',
  access: 'finding.read',
  center: 'case',
  params: findingParams,
  answer: shape({ ...findingViewFields, history: eventsShape }),
  refusals: ['finding-unknown'],
})

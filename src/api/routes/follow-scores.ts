import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentIdShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const followScores = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/live',
  operationId: 'followScores',
  tag: '得分',
  summary: '实时得分（server-sent events）：先给各中心目前的得分，以后随变随给；断线后以 Last-Event-ID 续接',
  access: 'sheet.read',
  params: shape({ assessmentId: assessmentIdShape }),
  mediaType: 'text/event-stream',
  answer: Type.String(),
  refusals: ['streams-too-many'],
})

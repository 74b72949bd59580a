import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams, eventShape } from '../shapes/acting-shapes.ts'
import { digestShape } from '../shapes/id-shapes.ts'
import { nextShape, pageQuery, shape } from '../shapes/plain-shapes.ts'
import { headShape } from '../shapes/reading-shapes.ts'

export const readLedger = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/ledger',
  operationId: 'readLedger',
  tag: '台账',
  summary: '台账的原文和摘要链，旧的在前',
  access: 'ledger.read',
  params: assessmentParams,
  query: shape(pageQuery),
  answer: shape({
    entries: Type.Array(shape({ event: eventShape, digest: digestShape, previous: digestShape })),
    next: nextShape,
    head: headShape,
  }),
  isLogged: true,
  refusals: ['assessment-unknown'],
})

import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { ASKED_NOTICE_LIMIT, askedNoticeShape, nextYearShape } from '../shapes/next-year-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { headShape } from '../shapes/reading-shapes.ts'

/** Changes nothing: the draft may be longer than an address can be. */
export const readNextYear = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/analysis/next-year',
  operationId: 'readNextYear',
  tag: '分析',
  summary: '来年：按另一份通知（采用过的，或一份草案）看今年，逐项修改的影响、带不过去的、草案的毛病；什么都不留下',
  access: 'analysis.read',
  repeat: 'natural',
  params: assessmentParams,
  body: askedNoticeShape,
  bodyLimit: ASKED_NOTICE_LIMIT,
  answer: shape({ nextYear: nextYearShape, head: headShape }),
  refusals: ['assessment-unknown', 'rubric-unknown', 'rubric-without-clauses', 'rubric-not-whole', 'input-malformed'],
})

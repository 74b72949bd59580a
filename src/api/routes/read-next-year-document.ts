import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { ASKED_NOTICE_LIMIT, askedNoticeShape } from '../shapes/next-year-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readNextYearDocument = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/analysis/next-year/document',
  operationId: 'readNextYearDocument',
  tag: '文件',
  summary: '来年的测算，做成 Word、Excel 或 PDF',
  access: 'analysis.read',
  repeat: 'natural',
  isLogged: true,
  params: assessmentParams,
  query: shape(formQuery),
  body: askedNoticeShape,
  bodyLimit: ASKED_NOTICE_LIMIT,
  ...documentAnswer,
  refusals: [
    'assessment-unknown',
    'rubric-unknown',
    'rubric-without-clauses',
    'rubric-not-whole',
    'input-malformed',
    ...documentRefusals,
  ],
})

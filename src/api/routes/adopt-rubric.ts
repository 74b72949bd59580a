import { Type } from '@sinclair/typebox'
import type { Diagnostic } from '../../core/notice/diagnostic.ts'
import { LONGEST_NOTICE } from '../../core/notice/source/longest-notice.ts'
import { contract } from '../contract.ts'
import { CORRECTION_CODES } from '../../core/rubric/correction-refusals.ts'
import { told, listOf } from '../shapes/acting-shapes.ts'
import { correctionsShape } from '../shapes/correction-shape.ts'
import { digestShape, rubricIdShape } from '../shapes/id-shapes.ts'
import { shape, countShape } from '../shapes/plain-shapes.ts'

export const adoptRubric = contract({
  method: 'POST',
  path: '/api/v1/rubrics',
  operationId: 'adoptRubric',
  tag: '细则',
  summary: '把通知正文编译成细则，连同改正一起采用；同一份再采用一次不起作用',
  access: 'rubric.adopt',
  repeat: 'kept',
  body: shape({
    rubricId: rubricIdShape,
    notice: Type.String({
      minLength: 1,
      maxLength: LONGEST_NOTICE,
      description: `通知正文，连同位置标记至多 ${LONGEST_NOTICE} 字`,
    }),
    corrections: Type.Optional(correctionsShape),
  }),
  // Three bytes a character of Chinese, and the corrections.
  bodyLimit: 3 * LONGEST_NOTICE + 1024 * 1024,
  status: 201,
  answer: shape({
    rubricDigest: digestShape,
    noticeDigest: digestShape,
    title: Type.String(),
    clauses: countShape,
    questions: countShape,
    corrections: countShape,
    diagnostics: listOf(told<Diagnostic>({ code: Type.String(), severity: Type.String(), message: Type.String() })),
  }),
  refusals: ['rubric-without-clauses', 'rubric-not-whole', ...CORRECTION_CODES],
})

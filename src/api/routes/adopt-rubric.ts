import { Type } from '@sinclair/typebox'
import type { Diagnostic } from '../../core/notice/diagnostic.ts'
import { contract } from '../contract.ts'
import { told, listOf } from '../shapes/acting-shapes.ts'
import { digestShape, rubricIdShape } from '../shapes/id-shapes.ts'
import { shape, countShape } from '../shapes/plain-shapes.ts'

export const adoptRubric = contract({
  method: 'POST',
  path: '/api/v1/rubrics',
  operationId: 'adoptRubric',
  tag: '细则',
  summary: '把通知正文编译成细则并采用；同一份再采用一次不起作用',
  access: 'rubric.adopt',
  repeat: 'kept',
  body: shape({
    rubricId: rubricIdShape,
    notice: Type.String({ minLength: 1, maxLength: 100_000, description: '通知正文，至多 100000 字' }),
  }),
  bodyLimit: 512 * 1024,
  status: 201,
  answer: shape({
    rubricDigest: digestShape,
    noticeDigest: digestShape,
    title: Type.String(),
    clauses: countShape,
    questions: countShape,
    diagnostics: listOf(told<Diagnostic>({ code: Type.String(), severity: Type.String(), message: Type.String() })),
  }),
  refusals: ['rubric-without-clauses', 'rubric-not-whole'],
})

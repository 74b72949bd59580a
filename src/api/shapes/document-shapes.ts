import { Type } from '@sinclair/typebox'
import { oneOf } from './plain-shapes.ts'

/** In which form a document is wanted; every route that hands one out asks for it. */
export const formQuery = { form: oneOf(['docx', 'xlsx', 'pdf'], '文件格式：Word、Excel 或 PDF') }

/** What such a route answers, in every form. */
export const documentAnswer = { mediaType: 'application/octet-stream', answer: Type.String() } as const

export const documentRefusals = [
  'document-too-long',
  'template-broken',
  'document-not-written',
  'document-not-whole',
] as const

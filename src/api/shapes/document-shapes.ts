import { Type } from '@sinclair/typebox'
import { oneOf } from './plain-shapes.ts'

/** In which form a document is wanted; every route that hands one out asks for it. */
export const formQuery = { form: oneOf(['docx', 'xlsx', 'pdf'], '文件格式：Word、Excel 或 PDF') }

/** What such a route answers, in every form. */
export const documentAnswer = { mediaType: 'application/octet-stream', answer: Type.String() } as const

export const documentRefusals = [
  'document-too-long',
  'template-broken',
  'documents-busy',
  'document-not-written',
  'document-not-whole',
] as const

/** Which local columns a score sheet shows beside those of the notice; left out, all of them; empty, none. */
export const columnsQuery = {
  columns: Type.Optional(
    Type.String({
      maxLength: 40,
      pattern: '^(?:(?:method|self|mark|reason|basis)(?:,(?:method|self|mark|reason|basis))*)?$',
      description:
        '要哪些列：method 考核办法、self 自评分、mark 考核分、reason 扣分原因、basis 依据，用逗号隔开；不给就是全部',
    }),
  ),
}

import { Type } from '@sinclair/typebox'
import { centerIdShape, clauseIdShape } from './id-shapes.ts'
import { dateShape, lineShape, oneOf } from './plain-shapes.ts'

const STANDINGS = 'suspected|reported|notified|substantiated|dismissed|reversed|withdrawn'

/** Which findings, and in which order: of a page of the list and of the list as a document. */
export const findingsQuery = {
  centerId: Type.Optional(centerIdShape),
  standing: Type.Optional(
    Type.String({
      maxLength: 100,
      pattern: `^(?:${STANDINGS})(?:,(?:${STANDINGS}))*$`,
      description: '办到哪一步，可用逗号列出几个',
    }),
  ),
  // The id of a section or criterion is shaped as a clause's is.
  clauseId: Type.Optional(clauseIdShape),
  source: Type.Optional(oneOf(['inspection', 'complaint', 'rating', 'hotline', 'self-assessment', 'records'], '来源')),
  text: Type.Optional(lineShape),
  occurredFrom: Type.Optional(dateShape),
  occurredTo: Type.Optional(dateShape),
  mine: Type.Optional(oneOf(['true', 'false'], '只看等我办的')),
  sort: Type.Optional(
    oneOf(['newest', 'oldest', 'occurred', 'due', 'center', 'clause'], '次序：登记的新旧、发生日、期限、中心、款号'),
  ),
}

import { Type } from '@sinclair/typebox'
import { listOf, orNull } from './acting-shapes.ts'
import { centerIdShape, clauseIdShape } from './id-shapes.ts'
import { countShape, dateShape, oneOf, shape, signedPointsShape, timestampShape } from './plain-shapes.ts'
import { headShape } from './reading-shapes.ts'

/** Shapes of what is sealed and published. */
const sealedFields = {
  centerId: centerIdShape,
  name: Type.String(),
  rank: Type.Integer({ description: '名次；得分相同的并列' }),
  score: signedPointsShape,
  digest: Type.String({ description: '得分表的摘要' }),
  code: Type.String({ description: '定稿时的核验码' }),
}

export const sealShape = shape({
  head: headShape,
  at: timestampShape,
  forced: orNull(shape({ blockers: countShape, reason: Type.String() })),
  sheets: listOf(shape(sealedFields)),
  statement: orNull(Type.String()),
  publishedAt: orNull(timestampShape),
})

const publishedSectionShape = shape({
  sectionId: Type.String(),
  label: Type.String(),
  title: Type.String(),
  maxPoints: orNull(signedPointsShape),
  clauses: listOf(
    shape({
      clauseId: clauseIdShape,
      ref: Type.String({ description: '通知里的编号，如 三.5' }),
      quote: Type.String({ description: '通知原文' }),
      unit: Type.String({ description: '次数的量词' }),
    }),
  ),
})

const publishedScoreShape = shape({
  score: signedPointsShape,
  sentence: Type.String({ description: '本部分的算式' }),
  moved: listOf(shape({ clauseId: clauseIdShape, occurrences: orNull(countShape), effect: signedPointsShape })),
  adjustments: listOf(shape({ text: Type.String(), effect: signedPointsShape })),
})

export const publishedCountsShape = shape(
  { substantiated: countShape, appeals: countShape, changed: countShape },
  '定稿时全区查实的问题、提出的申诉、申诉后改变了决定的，各多少件',
)

export const publishedShape = shape({
  title: Type.String(),
  noticeNumber: orNull(Type.String()),
  districtName: Type.String(),
  periodFrom: orNull(dateShape),
  periodTo: orNull(dateShape),
  statement: Type.String(),
  sealedOn: dateShape,
  publishedOn: dateShape,
  algorithm: oneOf(['sha256', 'sm3'], '摘要的算法'),
  sealedHead: headShape,
  head: headShape,
  counts: publishedCountsShape,
  sections: listOf(publishedSectionShape),
  results: listOf(
    shape({
      ...sealedFields,
      sentence: orNull(Type.String({ description: '合计的算式' })),
      scores: orNull(listOf(publishedScoreShape)),
    }),
  ),
})

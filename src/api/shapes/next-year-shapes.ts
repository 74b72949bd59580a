import { Type } from '@sinclair/typebox'
import type { NextYear } from '../../core/analysis/next-year/next-year.ts'
import { LONGEST_NOTICE } from '../../core/notice/source/longest-notice.ts'
import { orNull, told } from './acting-shapes.ts'
import { digestShape } from './id-shapes.ts'
import { countShape, shape, signedPointsShape } from './plain-shapes.ts'

/** Which other notice: one that was adopted, or the text of a draft. The draft goes first where both are given. */
export const askedNoticeShape = shape({
  rubricDigest: orNull(digestShape),
  notice: orNull(
    Type.String({
      minLength: 1,
      maxLength: LONGEST_NOTICE,
      description: `草案正文，至多 ${LONGEST_NOTICE} 字；与 rubricDigest 二者给一`,
    }),
  ),
})

/** Three bytes a character of Chinese, and what stands round it. */
export const ASKED_NOTICE_LIMIT = 3 * LONGEST_NOTICE + 64 * 1024

const standing = Type.Object({
  score: signedPointsShape,
  interval: Type.Array(signedPointsShape, { minItems: 2, maxItems: 2 }),
  rank: Type.Integer({ minimum: 1 }),
  isTied: Type.Boolean(),
})

const side = orNull(Type.Object({ place: Type.String(), text: Type.String(), reading: Type.String() }))

export const nextYearShape = told<NextYear>({
  title: Type.String(),
  lead: Type.String({ description: '一句话的答案' }),
  centers: Type.Array(
    Type.Object({ centerId: Type.String(), centerName: Type.String(), before: standing, after: standing }),
  ),
  meanBefore: signedPointsShape,
  meanAfter: signedPointsShape,
  changes: Type.Array(
    Type.Object({
      name: Type.String({ description: 'added、removed、repriced、conditioned、reworded、moved 或 whole' }),
      before: side,
      after: side,
      says: Type.String({ description: '这一项修改单独会怎样' }),
      share: Type.Integer({ minimum: 0, maximum: 10_000, description: '占全部变动的份额，以万分之一计' }),
    }),
  ),
  counts: Type.Record(Type.String(), countShape),
  notCarried: Type.Array(
    Type.Object({ place: Type.String(), says: Type.String(), cases: countShape, counted: countShape }),
  ),
  faults: Type.Array(
    Type.Object({ code: Type.String(), place: Type.String(), says: Type.String(), quote: Type.String() }),
  ),
})

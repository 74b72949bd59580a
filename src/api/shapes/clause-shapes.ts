import { Type } from '@sinclair/typebox'
import type { Interval } from '../../core/scoring/score-sheet.ts'
import { centerIdShape, findingIdShape } from './id-shapes.ts'
import { dateShape, shape, signedPointsShape } from './plain-shapes.ts'
import { findingCounts, findingStandingShape } from './reading-shapes.ts'

const intervalShape = Type.Unsafe<Interval>(
  Type.Array(signedPointsShape, { minItems: 2, maxItems: 2, description: '最低和最高' }),
)

/** What the sheets would say if a question were answered so. */
export const readingEffectsShape = shape({
  key: Type.String({ description: '理解的名称' }),
  needsNumber: Type.Boolean({ description: '要填一个数才算得出' }),
  centers: Type.Array(
    shape({
      centerId: centerIdShape,
      centerName: Type.String(),
      score: signedPointsShape,
      change: signedPointsShape,
      interval: intervalShape,
      before: intervalShape,
    }),
  ),
})

/** What a clause has come to in the assessment. */
export const clauseSoFarShape = shape({
  price: Type.String({ description: '读成的规则，一句话' }),
  conditions: Type.Array(Type.String()),
  counts: findingCounts,
  effect: signedPointsShape,
  between: intervalShape,
  findings: Type.Array(
    shape({
      findingId: findingIdShape,
      centerName: Type.String(),
      occurredOn: dateShape,
      description: Type.String(),
      standing: findingStandingShape,
      effect: signedPointsShape,
      between: intervalShape,
    }),
  ),
})

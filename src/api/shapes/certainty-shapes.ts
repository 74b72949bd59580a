import { Type } from '@sinclair/typebox'
import type { Certainty } from '../../core/analysis/certainty/certainty.ts'
import { told } from './acting-shapes.ts'
import { countShape, oneOf, shape, signedPointsShape } from './plain-shapes.ts'

const percent = (what: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 100, description: `${what}，百分数；不写就按今年已办结的算` }))

/** In the address, so that a page and a document can be asked for again. */
export const certaintyQuery = {
  seed: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 4_294_967_295, description: '种子：相同的种子，相同的结果' }),
  ),
  draws: Type.Optional(Type.Integer({ minimum: 100, maximum: 20_000, description: '模拟几次，不写就是 10,000' })),
  substantiated: percent('未认定的问题认定成立的可能'),
  reversed: percent('复核中的申诉撤销的可能'),
  approved: percent('待审定的加分同意的可能'),
  kept: percent('期满才定的加分保到期末的可能'),
  amounts: Type.Optional(oneOf(['even', 'least', 'most'], '没定的分值：各档一样、都按最少、都按最多')),
}

const rankShape = Type.Integer({ minimum: 1, description: '名次' })
const interval = Type.Array(signedPointsShape, { minItems: 2, maxItems: 2 })

export const certaintyShape = told<Certainty>({
  lead: Type.String({ description: '一句话的答案' }),
  centers: Type.Array(
    Type.Object({
      centerId: Type.String(),
      centerName: Type.String(),
      score: signedPointsShape,
      interval,
      rank: rankShape,
      isTied: Type.Boolean(),
      bounds: shape({
        centerId: Type.String(),
        best: rankShape,
        worst: rankShape,
        foundBest: rankShape,
        foundWorst: rankShape,
        isExact: Type.Boolean({ description: '组合是否全都算到；没有时 best、worst 只是外界' }),
        isBestShared: Type.Boolean(),
        isWorstShared: Type.Boolean(),
      }),
      odds: Type.Array(shape({ rank: rankShape, times: countShape }), { description: '出现过的名次，各出现几次' }),
      mean: signedPointsShape,
      between: interval,
      sentence: Type.String(),
    }),
  ),
  influences: Type.Array(
    Type.Object({
      kind: Type.String(),
      ref: Type.String(),
      name: Type.String(),
      places: countShape,
      sentence: Type.String({ description: '这一件单独定下来，名次怎样变' }),
    }),
  ),
  openMatters: countShape,
  idleMatters: Type.Integer({ minimum: 0, description: '未决事项里单独不动名次的件数' }),
  drawing: Type.Object({ seed: countShape, draws: countShape }),
  assumptionSentences: Type.Array(Type.String()),
})

import { Type } from '@sinclair/typebox'
import type { Rational } from '../../core/kernel/rational.ts'
import type { AskedCorrection } from '../../core/rubric/correction.ts'
import type { Amount } from '../../core/rubric/amount.ts'
import type { CapTerms } from '../../core/rubric/clause-terms.ts'
import { orNull } from './acting-shapes.ts'
import { clauseIdShape } from './id-shapes.ts'
import { lineShape, oneOf, pointsShape, proseShape, shape } from './plain-shapes.ts'

/** What a person says that a sentence means, and what was read when it was said. */
const numberShape = Type.Unsafe<Rational>(
  shape(
    {
      numerator: Type.Integer({ minimum: -1_000_000_000, maximum: 1_000_000_000 }),
      denominator: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    },
    '一个数，两个整数之比',
  ),
)
const yesNo = Type.Boolean()
const levels = { maxItems: 100 }

const amountShape = Type.Unsafe<Amount>(
  Type.Union(
    [
      shape({ kind: Type.Literal('fixed'), points: pointsShape }),
      shape({ kind: Type.Literal('range'), min: pointsShape, max: pointsShape }),
      shape({ kind: Type.Literal('unspecified') }),
      shape({
        kind: Type.Literal('linear'),
        points: pointsShape,
        step: numberShape,
        unit: lineShape,
        from: orNull(numberShape),
        side: oneOf(['above', 'below'], '低于还是高于'),
      }),
      shape({
        kind: Type.Literal('tiers'),
        metric: orNull(Type.String({ maxLength: 1000 })),
        unit: orNull(Type.String({ maxLength: 200 })),
        tiers: Type.Array(
          shape({
            min: orNull(numberShape),
            minInclusive: yesNo,
            max: orNull(numberShape),
            maxInclusive: yesNo,
            points: Type.Union([pointsShape, Type.Literal('full')]),
          }),
          levels,
        ),
      }),
      shape({
        kind: Type.Literal('ordered'),
        levels: Type.Array(Type.String({ maxLength: 200 }), levels),
        points: Type.Array(pointsShape, levels),
      }),
      shape({ kind: Type.Literal('ratio'), points: pointsShape }),
      shape({ kind: Type.Literal('multiplied'), times: numberShape, of: orNull(clauseIdShape) }),
      shape({ kind: Type.Literal('full') }),
    ],
    { description: '分值：一个数（fixed）、范围（range）、没有写（unspecified）等' },
  ),
)

const word = Type.String({ maxLength: 200 })
const capShape = Type.Unsafe<CapTerms>(
  Type.Union(
    [
      shape({ kind: Type.Literal('none') }),
      shape({
        kind: Type.Literal('points'),
        points: pointsShape,
        over: Type.Union([
          shape({ kind: oneOf(['clause', 'item', 'section'], '本款、本项、本部分') }),
          shape({ kind: oneOf(['period', 'object'], '每段时间、每个对象'), word }),
        ]),
      }),
    ],
    { description: '封顶；none 为不设上限' },
  ),
)

const termsShape = shape(
  {
    direction: oneOf(['deduct', 'bonus', 'earn', 'zero', 'veto'], '扣分、加分、得分、不得分、一票否决'),
    amount: amountShape,
    per: Type.Array(word, { maxItems: 20, description: '计量单位，如 次、件；没有写的为空' }),
    perSpan: orNull(word),
    cap: orNull(capShape),
  },
  '一款的读法',
)

export const correctionsShape = Type.Unsafe<readonly AskedCorrection[]>(
  Type.Array(
    shape({
      clauseId: clauseIdShape,
      quote: Type.String({ minLength: 1, maxLength: 100_000, description: '改正时看到的原句' }),
      read: termsShape,
      given: Type.Union(
        [
          shape({ kind: Type.Literal('price'), terms: termsShape }),
          shape({ kind: oneOf(['requirement', 'no-rule'], '只是要求；不是规则') }),
        ],
        { description: '改为什么' },
      ),
      reason: proseShape,
    }),
    { maxItems: 500, description: '改正读法：哪一款、原句、读出的、改为的、理由' },
  ),
)

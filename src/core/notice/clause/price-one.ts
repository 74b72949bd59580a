import { parsePoints, type Points } from '../../kernel/points.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Amount } from '../../rubric/amount.ts'
import type { Phrase } from '../phrases/phrase.ts'
import { amountOfPrice } from './amount-of-price.ts'
import type { BoundedSite } from './bounded-site.ts'
import type { ClauseContext, ClauseDraft } from './clause-draft.ts'
import type { Counting } from './counting.ts'
import { linearAmount } from './linear-amount.ts'
import { priceMultiplied } from './price-multiplied.ts'
import type { Priced } from './priced.ts'
import { referenceIn } from './reference.ts'
import { shareOfItem } from './share-of-item.ts'

/** One price by its kind. `earlier` are the drafts before it: a share or a multiple may be of one of them. */
export function priceOne(
  { site }: BoundedSite,
  counting: Counting,
  earlier: readonly ClauseDraft[],
  phrases: readonly Phrase[],
  text: string,
  context: ClauseContext,
): Priced {
  const { phrase } = site
  switch (phrase.type) {
    case 'price': {
      const evidence = context.neighbour ?? ''
      const { amount, ...damage } = amountOfPrice(phrase, site, text, evidence)
      const marks = { ...damage, lacksAmount: phrase.form === 'none' }
      if (counting.slope && amount.kind === 'fixed')
        return {
          direction: phrase.direction,
          amount: linearAmount(amount.points, counting.slope, site, phrases, context.neighbour, text),
          marks,
        }
      const direction = phrase.missing === 'verb' ? headedDirection(context) : phrase.direction
      return { direction, amount, marks }
    }
    case 'full':
      if (phrase.share !== undefined)
        return { direction: phrase.direction, amount: shareOfItem(phrase.share, context.itemPoints), marks: {} }
      return {
        direction: phrase.direction === 'deduct' ? 'zero' : phrase.direction,
        amount: { kind: 'full' },
        marks: {},
      }
    case 'nought':
      return isWholeResult(text.slice(site.start, phrase.end))
        ? { direction: 'veto', amount: { kind: 'full' }, marks: {} }
        : { direction: 'zero', amount: { kind: 'full' }, marks: {} }
    case 'veto':
      return { direction: 'veto', amount: { kind: 'full' }, marks: {} }
    case 'ratio': {
      const printed = phrase.number?.value ?? context.itemPoints
      const points = printed === null ? fullEarning(earlier) : parsePoints(printed)
      const amount: Amount = points === null ? { kind: 'unspecified' } : { kind: 'ratio', points }
      const isDamaged = phrase.damaged || (phrase.number?.damaged ?? false)
      return { direction: phrase.direction, amount, marks: { isDamaged, lacksAmount: points === null } }
    }
    case 'multiplied':
      return priceMultiplied(phrase.times, phrase.direction, earlier, text.slice(site.start, site.end), counting)
    case 'unpriced': {
      const reference = referenceIn(text.slice(site.start, site.end))
      const hasPart = counting.slope !== null
      return {
        direction: phrase.direction ?? 'deduct',
        amount: { kind: 'unspecified' },
        marks: { lacksAmount: reference === null, reference },
        ...(hasPart ? { per: [] } : {}),
      }
    }
    default:
      return unreachable(phrase)
  }
}

/** A figure without a verb takes it from the heading of its column: 加分项. */
function headedDirection({ section, neighbour }: ClauseContext): 'bonus' | 'deduct' {
  return /加分|奖励/.test(`${section ?? ''}${neighbour ?? ''}`) &&
    !/扣分|减分/.test(`${section ?? ''}${neighbour ?? ''}`)
    ? 'bonus'
    : 'deduct'
}

/** 考核总分记为0分: what is set to nothing is the result, not an item. */
function isWholeResult(wording: string): boolean {
  return /总分|总成绩|考核结果|考核成绩|考核得分(?:为|记|计)/.test(wording)
}

/** 完成的得10分,未完成的按比例计分: the share is of what the price before it gives in full. */
function fullEarning(earlier: readonly ClauseDraft[]): Points | null {
  const full = earlier.find((draft) => draft.direction === 'earn' && draft.amount.kind === 'fixed')
  return full?.amount.kind === 'fixed' ? full.amount.points : null
}

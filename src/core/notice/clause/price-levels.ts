import type { Points } from '../../kernel/points.ts'
import type { BoundedSite } from './bounded-site.ts'
import { amountOfPrice } from './amount-of-price.ts'
import type { Priced } from './priced.ts'

const LEVEL =
  /(?:^|[,、;:定为])?((?:[A-E]|[甲乙丙丁戊]|[一二三四五]|优秀|良好|中等|合格|不合格|基本合格|优|良|中|差)(?:级|等级|等次|等|档|类|星)?)(?:的|者)?,?$/

/** A级得5分、B级得3分、C级不得分: the level that a price in such a row is for; null where its wording names none. */
export function levelOf({ site }: BoundedSite, text: string): string | null {
  return LEVEL.exec(text.slice(site.start, site.phrase.start))?.[1] ?? null
}

/** The levels of one rating as one clause, in the order printed. */
export function priceLevels(group: readonly BoundedSite[], text: string): Priced {
  const levels = group.map((one) => levelOf(one, text) ?? '')
  const read = group.map(({ site }) =>
    site.phrase.type === 'price' ? amountOfPrice(site.phrase, site, text, '') : null,
  )
  const points = read.map((one) => (one?.amount.kind === 'fixed' ? one.amount.points : (0 as Points)))
  return {
    direction: 'earn',
    amount: { kind: 'ordered', levels, points },
    marks: { isDamaged: read.some((one) => one?.isDamaged) },
  }
}

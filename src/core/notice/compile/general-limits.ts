import type { Criterion } from '../../rubric/rubric.ts'
import type { NoticeLayout } from '../layout/notice-layout.ts'
import { parsePhrases } from '../phrases/parse-phrases.ts'

/** What a general rule outside of the table says about every criterion: 各项扣完为止, 加分不设上限. */
export interface GeneralLimits {
  readonly floor: 'item' | 'section' | null
  readonly noCap: string | null
}

export function generalLimits(layout: NoticeLayout): GeneralLimits {
  let floor: GeneralLimits['floor'] = null
  let noCap: string | null = null
  for (const { text } of layout.passages) {
    if (!/[扣加][^。]{0,40}(?:为止|为限|负分|上限|封顶|扣完)|扣完/.test(text)) continue
    for (const phrase of parsePhrases(text)) {
      if (phrase.type === 'floor') floor ??= /大项|大类|部分|章/.test(text) ? 'section' : 'item'
      if (phrase.type === 'nocap' && /加/.test(text)) noCap ??= text
    }
  }
  return { floor, noCap }
}

export function withGeneralLimits(criterion: Criterion, limits: GeneralLimits): Criterion {
  const { floor, noCap } = limits
  if (floor === null && noCap === null) return criterion
  return {
    ...criterion,
    clauses: criterion.clauses.map((clause) => ({
      ...clause,
      floor: clause.floor ?? (clause.direction === 'deduct' && !clause.beyondCap ? floor : null),
      cap: clause.cap ?? (clause.direction === 'bonus' && noCap !== null ? { kind: 'none', phrase: noCap } : null),
    })),
  }
}

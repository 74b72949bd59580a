import type { Points } from '../../kernel/points.ts'
import { parseDecimal, type Rational } from '../../kernel/rational.ts'
import type { LinearAmount } from '../../rubric/amount.ts'
import type { EachPhrase, Phrase } from '../phrases/phrase.ts'
import { parsePhrases } from '../phrases/parse-phrases.ts'
import { numberOf } from './comparison.ts'
import type { PriceSite } from './price-site.ts'

/** 每低1个百分点扣0.5分: the slope starts where the nearest number of the same unit before it says. */
export function linearAmount(
  points: Points,
  slope: EachPhrase,
  site: PriceSite,
  phrases: readonly Phrase[],
  neighbour: string | null,
  text: string,
): LinearAmount {
  const unit = slope.unit ?? ''
  const step = (slope.count === null ? null : numberOf(slope.count)) ?? parseDecimal('1')
  return {
    kind: 'linear',
    points,
    step: step ?? { numerator: 1, denominator: 1 },
    unit,
    from:
      (slope.from ? numberOf(slope.from) : null) ??
      startOf(
        phrases.filter((phrase) => phrase.end <= site.phrase.start),
        unit,
      ) ??
      (neighbour === null ? null : startOf(parsePhrases(neighbour), unit)),
    side: sideOf(slope.change || text.slice(Math.max(site.start, site.phrase.start - 18), site.phrase.start), site),
  }
}

/** 每低1个百分点; 低下部分每1个百分点: the change before the count, or before 每. 每±1个百分点, 每多(少)1个: above for the bonus, below for its mirror. */
function sideOf(change: string, { phrase }: PriceSite): LinearAmount['side'] {
  if (phrase.type === 'price' && phrase.mirrored) return phrase.direction === 'bonus' ? 'above' : 'below'
  return /缩短|跌|少|节|省|低|降|减|缺|欠|差|不足|下滑|下跌|提前|早/.test(change) ? 'below' : 'above'
}

function startOf(phrases: readonly Phrase[], unit: string): Rational | null {
  const kind = unitKind(unit)
  for (const phrase of phrases.toReversed()) {
    if (phrase.type === 'compare' && unitKind(phrase.unit) === kind) return numberOf(phrase.number)
    if (phrase.type === 'count' && phrase.number.value !== '1' && unitKind(phrase.unit) === kind)
      return numberOf(phrase.number)
  }
  return null
}

function unitKind(unit: string): string {
  return /[%]|百分点|个点/.test(unit) ? '%' : unit.replace(/^个(?=.)/, '')
}

import { formatPoints } from '../kernel/points.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Comparison, Condition } from './condition.ts'
import { quantity } from './price-in-words.ts'

/** When a clause applies, as one Chinese phrase of ours around the notice's own words. */
export function conditionInWords(condition: Condition): string {
  switch (condition.kind) {
    case 'threshold':
      return `${condition.metric}${COMPARISONS[condition.op]}${quantity(condition.value, condition.unit)}`
    case 'running-count':
      return `${condition.metric}累计${COMPARISONS[condition.op]}${quantity(condition.value, condition.unit)}`
    case 'otherwise':
      return `未做到：${condition.antecedents.join('；')}`
    case 'verified':
      return `须查实${cited(condition.phrase, '查实')}`
    case 'approved':
      return `须审定${cited(condition.phrase, '审定')}`
    case 'responsible':
      return `只计中心责任（${condition.phrase}）`
    case 'deadline':
      return `期限：${condition.phrase}`
    case 'exempt':
      return `不计：${condition.phrase}`
    case 'absent':
      return `全${condition.over.replace(/^[全整每]/u, '')}没有${condition.what}，期满才定`
    case 'found-by':
      return `视由谁发现（${condition.phrase}）`
    case 'severity':
      return `情节：${condition.phrase}`
    case 'cumulative-loss':
      return `累计扣满${formatPoints(condition.points)}分`
    case 'peer-standing':
      return `与其他中心相比：${condition.phrase}`
    default:
      return unreachable(condition)
  }
}

/** The notice's own word, where it is not the one just said. */
function cited(phrase: string, word: string): string {
  return phrase === word ? '' : `（“${phrase}”）`
}

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  '<': '低于',
  '<=': '不高于',
  '>': '高于',
  '>=': '不低于',
  '=': '等于',
}

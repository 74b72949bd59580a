import { decimalOf } from '../../kernel/points.ts'
import { formatRational } from '../../kernel/rational.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { WORDS, type Decided, type Verb } from './supposition-words.ts'
import type { PriceSupposition, Supposition } from './supposition.ts'

/** One supposition as words set apart by colons: `12:reversed`, `12:substantiated:@3.4.1:x2:1.5`, `price:3.4.1:1-3`. */
export function printSupposition(supposition: Supposition): string {
  return wordsOf(supposition).map(escaped).join(':')
}

function wordsOf(supposition: Supposition): string[] {
  const { kind } = supposition
  if (kind === 'period-closed') return ['closed']
  if (kind === 'other-notice') return ['notice', supposition.rubricDigest]
  if (kind === 'price') return ['price', supposition.clauseId, priceWord(supposition.amount)]
  if (kind === 'answer') {
    const { questionId, reading, points } = supposition
    return ['answer', questionId, reading, ...(points === null ? [] : [decimalOf(points)])]
  }
  return [String(supposition.number), WORDS[kind][0], ...argumentsOf(supposition)]
}

function argumentsOf(supposition: Extract<Supposition, { readonly kind: Verb }>): string[] {
  switch (supposition.kind) {
    case 'appeal-upheld':
    case 'appeal-reversed':
    case 'finding-dismissed':
    case 'bonus-rejected':
      return []
    case 'finding-substantiated':
      return [...(supposition.clauseId === null ? [] : [`@${supposition.clauseId}`]), ...decidedWords(supposition)]
    case 'appeal-varied':
    case 'bonus-approved':
      return decidedWords(supposition)
    case 'amount':
      return [decimalOf(supposition.points)]
    case 'count':
      return [String(supposition.occurrences)]
    case 'measure':
      return [formatRational(supposition.measured)]
    default:
      return unreachable(supposition)
  }
}

function decidedWords({ occurrences, points }: Decided): string[] {
  return [...(occurrences === null ? [] : [`x${occurrences}`]), ...(points === null ? [] : [decimalOf(points)])]
}

function priceWord(amount: PriceSupposition['amount']): string {
  return amount.kind === 'fixed' ? decimalOf(amount.points) : `${decimalOf(amount.min)}-${decimalOf(amount.max)}`
}

/** Only what would be taken for a sign of ours: an address escapes the rest itself. */
function escaped(word: string): string {
  return word.replace(/[%:：;；|\s]/gu, encodeURIComponent)
}

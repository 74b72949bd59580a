import { sharedPieces, textPieces, type TextPieces } from '../../rubric/text-pieces.ts'
import { gathered } from './discretion-groups.ts'
import type { DiscretionCase } from './discretion-cases.ts'

/** Two cases that look alike, the one that cost less first. */
export interface LikePair {
  readonly less: DiscretionCase
  readonly more: DiscretionCase
  /** Of a hundred: how much of their descriptions' pieces they share, twice the common over all, rounded. */
  readonly likeness: number
}

export interface LikeCases {
  readonly pairs: readonly LikePair[]
  /** Not all could be laid side by side: the farthest apart were, and these are of them. */
  readonly isCut: boolean
}

/** What makes two cases alike, as it is said wherever pairs are shown. */
export const LIKENESS_RULE =
  '“情形相近”指：同一款、次数相同、所列级别和未做到的事项相同、实测值相差不超过二十分之一，且两份情况描述（不计数字和标点）相同的两字组合占一半以上。'

/**
 * Like cases with unlike amounts, the widest apart first. Each case stands in one pair at most, in the widest that it has, so
 * that one outlier does not fill the list.
 */
export function likeCases(cases: readonly DiscretionCase[]): LikeCases {
  const pieces = new Map<DiscretionCase, TextPieces>()
  const piecesOf = (one: DiscretionCase) => {
    const known = pieces.get(one) ?? textPieces(one.description)
    pieces.set(one, known)
    return known
  }
  const { candidates, isCut } = candidatesIn(cases)
  const taken = new Set<DiscretionCase>()
  const pairs: LikePair[] = []
  for (const { less, more } of candidates) {
    if (taken.has(less) || taken.has(more) || !isNear(less, more)) continue
    const [one, other] = [piecesOf(less), piecesOf(more)]
    const size = one.size + other.size
    const shared = sharedPieces(one, other)
    if (size === 0 || shared * 4 < size) continue
    taken.add(less).add(more)
    pairs.push({ less, more, likeness: Math.round((200 * shared) / size) })
    if (pairs.length === MOST_SHOWN) break
  }
  return { pairs, isCut }
}

const MOST_SHOWN = 30

/** Pairs that are compared word by word: about a twentieth of a second. */
const MOST_COMPARED = 20_000

interface Candidate {
  readonly less: DiscretionCase
  readonly more: DiscretionCase
}

function candidatesIn(cases: readonly DiscretionCase[]): { candidates: readonly Candidate[]; isCut: boolean } {
  const groups = gathered(cases, ({ clauseId, occurrences, level, unmet, measured }) =>
    JSON.stringify([clauseId, occurrences, level, unmet, measured === null]),
  )
  const share = Math.floor(MOST_COMPARED / Math.max(1, groups.size))
  const found = [...groups.values()].map((group) => farthestApart(group, share))
  const candidates = found.flat().sort((a, b) => gapOf(b) - gapOf(a) || a.less.number - b.less.number)
  return { candidates, isCut: found.some(({ length }) => length === share) }
}

/** From the ends of the ascending amounts inwards, so that a large group is cut where its amounts are near each other. */
function farthestApart(group: readonly DiscretionCase[], most: number): Candidate[] {
  const ascending = group.toSorted((one, other) => one.points - other.points || one.number - other.number)
  const found: Candidate[] = []
  for (let apart = ascending.length - 1; apart > 0; apart -= 1)
    for (let at = 0; at + apart < ascending.length; at += 1) {
      const [less, more] = [ascending[at], ascending[at + apart]]
      if (less === undefined || more === undefined || less.points === more.points) continue
      found.push({ less, more })
      if (found.length === most) return found
    }
  return found
}

function gapOf({ less, more }: Candidate): number {
  return more.points - less.points
}

/** Measures within a twentieth of the larger, exactly. */
function isNear({ measured: one }: DiscretionCase, { measured: other }: DiscretionCase): boolean {
  if (one === null || other === null) return one === other
  const [a, b] = [one.numerator * other.denominator, other.numerator * one.denominator]
  return Math.abs(a - b) * 20 <= Math.max(Math.abs(a), Math.abs(b))
}

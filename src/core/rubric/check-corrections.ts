/**
 * Whether corrections fit the rubric that was read, and make sense by themselves. What a correction leaves as it was read is
 * not held against it: a notice may print a price beyond its section, and then a question asks.
 */
import type { Points } from '../kernel/points.ts'
import type { Amount } from './amount.ts'
import type { Clause } from './clause.ts'
import { isSame, termsOf, type CapTerms, type ClauseTerms } from './clause-terms.ts'
import type { AskedCorrection } from './correction.ts'
import { correctionRefusal, type CorrectionRefusal } from './correction-refusals.ts'
import type { Rubric, Section } from './rubric.ts'

/** Empty where all of them can be made. */
export function checkCorrections(
  rubric: Rubric,
  corrections: readonly AskedCorrection[],
): readonly CorrectionRefusal[] {
  const places = new Map(
    rubric.sections.flatMap((section) =>
      section.criteria.flatMap(({ clauses }) => clauses.map((clause) => [clause.id, { clause, section }] as const)),
    ),
  )
  return corrections.flatMap((correction, at): readonly CorrectionRefusal[] => {
    const { clauseId, quote, read } = correction
    const place = places.get(clauseId)
    if (place === undefined) return [correctionRefusal('correction-clause-unknown', clauseId)]
    if (corrections.findIndex((one) => one.clauseId === clauseId) !== at)
      return [correctionRefusal('correction-twice', clauseId)]
    if (quote !== place.clause.quote || !isSame(read, termsOf(place.clause)))
      return [correctionRefusal('correction-stale', clauseId)]
    return [...reasonRefusals(correction), ...givenRefusals(correction, place)]
  })
}

interface Place {
  readonly clause: Clause
  readonly section: Section
}

function reasonRefusals({ clauseId, reason }: AskedCorrection): readonly CorrectionRefusal[] {
  return reason.trim() === '' ? [correctionRefusal('correction-reason-missing', clauseId)] : []
}

function givenRefusals({ clauseId, read, given }: AskedCorrection, { section }: Place): readonly CorrectionRefusal[] {
  if (given.kind !== 'price') return []
  const { terms } = given
  if (isSame(read, terms)) return [correctionRefusal('correction-of-nothing', clauseId)]
  const { direction, amount, per, perSpan, cap } = terms
  const isRepriced = !isSame(read.amount, amount)
  const isRecapped = !isSame(read.cap, cap)
  const isTurned = read.direction !== direction
  const top = topOf(amount)
  const limit = section.maxPoints
  const words = [...per, ...(perSpan === null ? [] : [perSpan])]
  const isRecounted = !isSame([read.per, read.perSpan], [per, perSpan])
  return [
    ...(isTurned && direction !== 'deduct' && direction !== 'bonus'
      ? [correctionRefusal('correction-direction-foreign', clauseId)]
      : []),
    ...(isRepriced || isTurned ? amountRefusals(terms, read, clauseId) : []),
    ...(isRepriced && top !== null && limit !== null && top > limit
      ? [correctionRefusal('correction-amount-beyond', clauseId, top, limit)]
      : []),
    ...(isRecounted && (!words.every(isWord) || new Set(per).size < per.length || per.length > 4)
      ? [correctionRefusal('correction-unit-wrong', clauseId)]
      : []),
    ...(isRecapped && !isCapSound(cap) ? [correctionRefusal('correction-cap-foreign', clauseId)] : []),
    ...(isRecapped && cap?.kind === 'points' && limit !== null && cap.points > limit
      ? [correctionRefusal('correction-cap-beyond', clauseId, cap.points, limit)]
      : []),
    ...((isRepriced || isRecapped) && cap?.kind === 'points' && top !== null && cap.points < top
      ? [correctionRefusal('correction-cap-under', clauseId, cap.points, top)]
      : []),
  ]
}

/** What a person can say: one amount, a range, that none is printed, or other points along the slope that was read. */
function amountRefusals(
  { amount, direction }: ClauseTerms,
  read: ClauseTerms,
  clauseId: Clause['id'],
): readonly CorrectionRefusal[] {
  if (!isGivable(amount, read.amount, direction)) return [correctionRefusal('correction-amount-foreign', clauseId)]
  if (amount.kind === 'range' && amount.min >= amount.max)
    return [correctionRefusal('correction-amount-reversed', clauseId)]
  const least = amount.kind === 'range' ? amount.min : topOf(amount)
  return least !== null && least <= 0 ? [correctionRefusal('correction-amount-nothing', clauseId)] : []
}

function isGivable(amount: Amount, read: Amount, direction: ClauseTerms['direction']): boolean {
  if (amount.kind === 'fixed' || amount.kind === 'range' || amount.kind === 'unspecified') return true
  if (amount.kind === 'linear' && read.kind === 'linear')
    return isSame({ ...amount, points: 0 }, { ...read, points: 0 })
  const isOfLosses = amount.kind === 'full' || amount.kind === 'multiplied' || amount.kind === 'ratio'
  return isSame(amount, read) && !(direction === 'bonus' && isOfLosses)
}

/** The most that one occurrence moves, where the price says it. */
function topOf(amount: Amount): Points | null {
  if (amount.kind === 'fixed' || amount.kind === 'linear') return amount.points
  return amount.kind === 'range' ? amount.max : null
}

function isCapSound(cap: CapTerms | null): boolean {
  if (cap?.kind !== 'points') return true
  return cap.points > 0 && (!('word' in cap.over) || isWord(cap.over.word))
}

/** A counting unit or a period: a word of the notice's language, without blanks. */
function isWord(word: string): boolean {
  return /^[\p{L}\p{N}％%]{1,8}$/u.test(word)
}

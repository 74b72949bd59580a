import type { CorpusEffect } from '../../src/core/notice/corpus-format.ts'
import { canonical, plainUnit, type Canonical } from './canonical.ts'
import type { CorpusCase, Prediction } from './corpus-case.ts'

export const FIELDS = ['direction', 'amount', 'per', 'threshold'] as const
export type Field = (typeof FIELDS)[number]

export interface Tally {
  readonly matched: number
  readonly gold: number
  readonly predicted: number
}

/** How many effects of a case agree, one to one, in all of `fields`. */
export function matchEffects(gold: CorpusCase, prediction: Prediction, fields: readonly Field[]): Tally {
  const item = gold.context.itemPoints ?? null
  const predicted = folded(prediction.effects, gold.text, item)
  const accepted = gold.effects.map((effect) =>
    [{}, ...(effect.accept ?? [])].map((override) => canonical({ ...effect, ...override }, item)),
  )
  const agrees = (variants: readonly Canonical[], one: Canonical) =>
    variants.some((variant) => fields.every((field) => sameField(variant, one, field)))
  return { matched: pairs(accepted, predicted, agrees), gold: gold.effects.length, predicted: predicted.length }
}

/** Equal effects that end at the same place of the text are one: a price is not punished for its several conditions. */
function folded(effects: readonly CorpusEffect[], text: string, item: string | null): Canonical[] {
  const kept: { readonly end: number | null; readonly one: Canonical }[] = []
  for (const effect of effects) {
    const start = effect.quote ? text.indexOf(effect.quote) : -1
    const end = start < 0 ? null : start + effect.quote.length
    const one = canonical(effect, item)
    const isTwin = kept.some(
      (other) => end !== null && other.end === end && FIELDS.every((field) => sameField(other.one, one, field)),
    )
    if (!isTwin) kept.push({ end, one })
  }
  return kept.map(({ one }) => one)
}

function sameField(gold: Canonical, one: Canonical, field: Field): boolean {
  return field === 'per' ? sameUnits(gold.per, one.per) : gold[field] === one[field]
}

function sameUnits(gold: readonly string[], predicted: readonly string[]): boolean {
  const left = [...predicted]
  if (gold.length !== left.length) return false
  return gold.every((unit) => {
    const at = left.findIndex((other) => sameUnit(unit, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

/** A label of 次（件） accepts either part; 个 accepts what it counts. */
function sameUnit(gold: string, predicted: string): boolean {
  const [a, b] = [gold.normalize('NFKC').trim(), predicted.normalize('NFKC').trim()]
  if (plainUnit(a) === plainUnit(b) || (a === '个' && b.startsWith('个'))) return true
  const parts = /^(.+?)\((.+?)\)$/.exec(a)
  return parts !== null && [parts[1], parts[2], a].includes(b)
}

/** The largest number of pairs, by augmenting paths. */
function pairs<Left, Right>(
  lefts: readonly Left[],
  rights: readonly Right[],
  agrees: (left: Left, right: Right) => boolean,
): number {
  const taken = new Map<number, number>()
  const place = (left: number, seen: Set<number>): boolean =>
    rights.some((right, at) => {
      const candidate = lefts[left]
      if (candidate === undefined || seen.has(at) || !agrees(candidate, right)) return false
      seen.add(at)
      const holder = taken.get(at)
      if (holder !== undefined && !place(holder, seen)) return false
      taken.set(at, left)
      return true
    })
  return lefts.filter((_, left) => place(left, new Set())).length
}

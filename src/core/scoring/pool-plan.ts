import type { ReadingEffect } from '../rubric/question.ts'
import { asksFor, type AskedQuestion } from './opened.ts'
import type { Readings } from './question-plan.ts'
import type { SectionPlan } from './section-plan.ts'

/** Sections without points that one question is about: where their losses come off, and how far. */
export interface PoolPlan {
  readonly sections: readonly number[]
  readonly question: number
  /** What the losses of all its sections together may come to, by option of the open question. */
  readonly holds: readonly number[]
}

export function planPools(sections: readonly SectionPlan[], asked: readonly AskedQuestion[]): PoolPlan[] {
  // Of two questions about one section the first decides: a loss is given back once.
  const taken = new Set<number>()
  return asked
    .filter(({ question }) => asksFor(question, 'unpointed'))
    .map(({ question, answer, place }) => ({
      sections: sections.flatMap(({ sectionId, maxPoints }, index) => {
        const isMeant = question.sectionIds.length === 0 || question.sectionIds.includes(sectionId)
        if (maxPoints !== null || !isMeant || taken.has(index)) return []
        taken.add(index)
        return [index]
      }),
      question: place,
      holds: answer ? [holdOf(answer)] : question.readings.map(({ effect }) => holdOf(effect)),
    }))
}

/** What counts of the losses of each section of the pool in turn: the first sections are held last. */
export function countedIn(losses: readonly number[], hold: number): number[] {
  let left = hold
  return losses.map((loss) => {
    const counted = Math.min(loss, left)
    left -= counted
    return counted
  })
}

export function holdUnder(pool: PoolPlan, readings: Readings): number {
  return pool.holds[pool.question < 0 ? 0 : (readings[pool.question] ?? 0)] ?? Number.POSITIVE_INFINITY
}

function holdOf(effect: ReadingEffect): number {
  if (effect.kind !== 'unpointed' || effect.mode === 'off-total') return Number.POSITIVE_INFINITY
  return effect.mode === 'held' ? effect.points : 0
}

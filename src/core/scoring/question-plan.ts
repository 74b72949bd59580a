import type { QuestionId } from '../kernel/identifiers.ts'
import { hundredths } from '../kernel/points.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { Question, ReadingEffect } from '../rubric/question.ts'

/** The option chosen of each open question, by the question's place in the plan. */
export type Readings = readonly number[]

/**
 * No option in particular. What breaks an absence bonus need not be ordered (only 12345, or only ratings), but it moves
 * that bonus alone: the lowest total takes the worst of the readings and the highest the best, whichever they are.
 */
export const EVERY_READING = -1

/**
 * A question that the office has not answered. `harshest`, `mildest` and `least` (moving fewest points) are places in
 * `options`; they hold for every center alike only where `isOrdered`, and otherwise every option must be tried.
 */
export interface QuestionPlan {
  readonly id: QuestionId
  readonly options: readonly ReadingEffect[]
  readonly isOrdered: boolean
  readonly harshest: number
  readonly mildest: number
  readonly least: number
}

/** What the order of the options depends on: whether its clauses take or give (null: both), and what an amount may reach. */
export interface QuestionScope {
  readonly isGain: boolean | null
  readonly limit: number | null
  /** Whether the number itself falling under a boundary moves more points; null where it depends on the band. */
  readonly isInclusiveMore: boolean | null
}

/** The effect of a known answer; null where it is not one of the question's readings or lacks its number: it stays open. */
export function answerOf(question: Question, answer: Interpretation | undefined): ReadingEffect | null {
  const effect = answer && question.readings.find(({ key }) => key === answer.reading)?.effect
  if (!effect) return null
  if (effect.kind === 'amount' && effect.points === null)
    return answer.points === null ? null : { kind: 'amount', points: answer.points }
  if (answer.points === null) return effect
  if (effect.kind === 'unpointed' && effect.mode === 'held') return { ...effect, points: answer.points }
  if (effect.kind === 'bonus-cap' && effect.points !== null) return { ...effect, points: answer.points }
  return effect
}

/** Null where no score depends on the question. */
export function planQuestion(question: Question, scope: QuestionScope): QuestionPlan | null {
  const effects = question.readings.map(({ effect }) => effect)
  const options = effects.flatMap((effect) => withBounds(effect, scope.limit))
  if (options.every(({ kind }) => kind === 'none')) return null
  const ranks = options.map((option) => rankOf(option, scope))
  const most = ranks.indexOf(Math.max(...ranks))
  const least = ranks.indexOf(Math.min(...ranks))
  if (options.every(({ kind }) => kind === 'breaks')) return breaking(question.id, options)
  const isGain = scope.isGain === true
  return {
    id: question.id,
    options,
    isOrdered: isComparable(options, scope),
    harshest: isGain ? least : most,
    mildest: isGain ? most : least,
    least,
  }
}

/**
 * An amount that the office still has to name may be anything up to the limit: its two ends stand for it. They are the
 * ends of every total too, unless it competes with another price for one event.
 */
function withBounds(effect: ReadingEffect, limit: number | null): ReadingEffect[] {
  if (effect.kind !== 'amount' || effect.points !== null || limit === null) return [effect]
  return [
    { kind: 'amount', points: hundredths(0) },
    { kind: 'amount', points: hundredths(limit) },
  ]
}

function isComparable(options: readonly ReadingEffect[], scope: QuestionScope): boolean {
  const kinds = new Set(options.map(({ kind }) => kind))
  if (kinds.size > 1) return false
  if (kinds.has('floor') || kinds.has('unpointed')) return true
  if (kinds.has('boundary') && scope.isInclusiveMore === null) return false
  return scope.isGain !== null
}

function breaking(id: QuestionId, options: readonly ReadingEffect[]): QuestionPlan {
  const every = EVERY_READING
  return { id, options, isOrdered: true, harshest: every, mildest: every, least: every }
}

/** How many points the option moves beside its neighbours; only the order matters. */
function rankOf(effect: ReadingEffect, scope: QuestionScope): number {
  switch (effect.kind) {
    case 'counting':
      return effect.mode === 'once' ? 0 : effect.mode === 'each-span' ? 1 : 2
    case 'escalation':
      return effect.mode === 'adds' ? 1 : 0
    case 'boundary':
      return effect.inclusive === (scope.isInclusiveMore ?? true) ? 1 : 0
    case 'bonus-cap':
    case 'amount':
      return effect.points ?? Number.MAX_SAFE_INTEGER
    case 'sharing':
      return effect.mode === 'each' ? 1 : 0
    case 'antecedents':
      return effect.mode === 'any' ? 1 : 0
    case 'breaks':
      return 0
    case 'floor':
      return effect.mode === 'none' ? 1 : 0
    case 'unpointed':
      return effect.mode === 'off-total' ? Number.MAX_SAFE_INTEGER : effect.mode === 'held' ? effect.points : -1
    case 'none':
      return 0
    default:
      return unreachable(effect)
  }
}

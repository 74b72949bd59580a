import type { ClauseId } from '../kernel/identifiers.ts'
import type { Question, ReadingEffect } from '../rubric/question.ts'

type Kind = ReadingEffect['kind']
type EffectOf<Wanted extends Kind> = Extract<ReadingEffect, { readonly kind: Wanted }>

/** What decides one matter of a clause: the answer given, or the place of the question still open, or (-1, null) neither. */
export interface Matter<Wanted extends Kind> {
  readonly question: number
  readonly effect: EffectOf<Wanted> | null
}

export type Opened = <Wanted extends Kind>(kind: Wanted, clauseId: ClauseId) => Matter<Wanted>

/** A question with its answer, or with its place among the open ones; -1 where it is answered or moves nothing. */
export interface AskedQuestion {
  readonly question: Question
  readonly answer: ReadingEffect | null
  readonly place: number
}

export function openedBy(asked: readonly AskedQuestion[]): Opened {
  return (kind, clauseId) => {
    for (const { question, answer, place } of asked)
      if (question.clauseIds.includes(clauseId) && asksFor(question, kind)) return matter(kind, answer, place)
    return { question: -1, effect: null }
  }
}

export function asksFor(question: Question, kind: Kind): boolean {
  return question.readings.some(({ effect }) => effect.kind === kind)
}

/** An answer of another kind (none) settles that nothing special holds. */
export function matter<Wanted extends Kind>(kind: Wanted, answer: ReadingEffect | null, place: number): Matter<Wanted> {
  return { question: place, effect: answer?.kind === kind ? (answer as EffectOf<Wanted>) : null }
}

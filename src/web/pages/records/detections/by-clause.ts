import type { ClauseId } from '../../../../core/kernel/identifiers.ts'
import { allClauses } from '../../../../core/rubric/find-clause.ts'
import type { Rubric } from '../../../../core/rubric/rubric.ts'
import type { Answered } from '../../../client/call.ts'

export type AdoptedDetection = Answered<'listDetections'>['detections'][number]
export type Retirement = Answered<'listRetirements'>['retired'][number]

export interface ClauseDetections {
  /** Null for what this version of the program cannot read. */
  readonly clauseId: ClauseId | null
  readonly quote: string
  readonly detections: readonly AdoptedDetection[]
}

/** Clauses that are searched for, in the order of the notice; at the end what cannot be read. */
export function byClause(rubric: Rubric, detections: readonly AdoptedDetection[]): readonly ClauseDetections[] {
  const clauses = allClauses(rubric).flatMap(({ id, quote }): ClauseDetections[] => {
    const own = detections.filter(({ read }) => read?.clauseId === id)
    return own.length === 0 ? [] : [{ clauseId: id, quote, detections: own }]
  })
  const known = new Set(clauses.map(({ clauseId }) => clauseId))
  const strange = detections.filter(({ read }) => read === null || !known.has(read.clauseId))
  return strange.length === 0 ? clauses : [...clauses, { clauseId: null, quote: '', detections: strange }]
}

/** A detection's title by its name, for where only the name is known. */
export function titlesOf(detections: readonly AdoptedDetection[]): ReadonlyMap<string, string> {
  return new Map(detections.map(({ name, read }) => [name, read?.title ?? name]))
}

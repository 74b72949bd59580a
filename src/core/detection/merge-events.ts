import type { ClauseId } from '../kernel/identifiers.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { Suspicion } from './detection.ts'

export interface MergedEvents {
  readonly suspicions: readonly Suspicion[]
  /** Each suspicion that lost its own place, with the one that shows its records now. */
  readonly into: ReadonlyMap<Suspicion, Suspicion>
}

/**
 * One event in two systems is one suspicion with two sources: where the notice says that an event of two clauses is charged
 * as one of them (“好差评”转“12345”的，按照“好差评”标准扣分), a center's suspicions of one event under the other clause become
 * records of the one that is charged. Clauses that may only fit the same event stay apart and share the event's key, and
 * so do suspicions of two centers; scoring charges them once where the notice has it so.
 */
export function mergeEvents(rubric: Rubric, found: readonly Suspicion[]): MergedEvents {
  const charged = new Map<string, Suspicion>()
  const ordered = found.filter(({ eventKey }) => eventKey !== null).sort(bySubject)
  for (const suspicion of ordered) {
    const place = placeOf(suspicion, suspicion.clauseId)
    if (!charged.has(place)) charged.set(place, suspicion)
  }
  const next = new Map<Suspicion, Suspicion>()
  for (const suspicion of ordered)
    for (const clauseId of chargedAs(rubric, suspicion.clauseId)) {
      const holder = charged.get(placeOf(suspicion, clauseId))
      if (holder && !next.has(suspicion)) next.set(suspicion, holder)
    }
  const into = new Map<Suspicion, Suspicion>()
  for (const suspicion of next.keys()) {
    const last = lastOf(suspicion, next)
    if (last !== null) into.set(suspicion, last)
  }
  const records = new Map<Suspicion, string[]>()
  for (const [suspicion, holder] of into)
    records.set(holder, [...(records.get(holder) ?? holder.records), ...suspicion.records])
  const suspicions = found
    .filter((suspicion) => !into.has(suspicion))
    .map((suspicion) => {
      const all = records.get(suspicion)
      return all ? { ...suspicion, records: [...new Set(all)].toSorted() } : suspicion
    })
  return { suspicions, into }
}

/** The other clauses as which an event of this one is charged. */
export function chargedAs({ relations }: Rubric, clauseId: ClauseId): ClauseId[] {
  return relations.flatMap((relation) =>
    relation.kind === 'charged-as' && [relation.from, relation.to].includes(clauseId) && relation.chargedAs !== clauseId
      ? [relation.chargedAs]
      : [],
  )
}

/** Where a chain of such sentences ends; null where it goes round, which charges it nowhere else. */
function lastOf(suspicion: Suspicion, next: ReadonlyMap<Suspicion, Suspicion>): Suspicion | null {
  const passed = new Set<Suspicion>()
  let last = suspicion
  for (let following = next.get(last); following; following = next.get(last)) {
    if (passed.has(following)) return null
    passed.add(following)
    last = following
  }
  return last
}

function placeOf({ centerId, eventKey }: Suspicion, clauseId: ClauseId): string {
  return JSON.stringify([centerId, eventKey, clauseId])
}

/** Which of several comes first must not depend on the order in which they were found. */
function bySubject(one: Suspicion, other: Suspicion): number {
  const [a, b] = [orderOf(one), orderOf(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

function orderOf({ detection, centerId, subject }: Suspicion): string {
  return JSON.stringify([detection, centerId, subject])
}

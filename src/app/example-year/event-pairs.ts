import type { ClauseId } from '../../core/kernel/identifiers.ts'
import type { FindingSource } from '../../core/ledger/ledger-event.ts'
import type { Relation } from '../../core/rubric/relation.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { breachClauses } from './breach-clauses.ts'

/** One event in the world that was found under several clauses. `isCommon`: it happens to other centers too. */
export interface EventPair {
  readonly members: readonly { readonly clauseId: ClauseId; readonly source: FindingSource | null }[]
  readonly isCommon: boolean
}

/** For each relation of the rubric that is about one event, the findings that it needs to take effect. */
export function pairsOf(rubric: Rubric): readonly EventPair[] {
  const breaches = new Set(breachClauses(rubric).map(({ id }) => id))
  return rubric.relations
    .map((relation) => ({
      members: membersOf(relation).filter(({ clauseId }) => breaches.has(clauseId)),
      isCommon: relation.kind === 'charged-as' || relation.kind === 'escalates',
    }))
    .filter(({ members }) => members.length > 1)
}

function membersOf(relation: Relation): EventPair['members'] {
  switch (relation.kind) {
    case 'charged-as':
      return [
        { clauseId: relation.from, source: 'rating' },
        { clauseId: relation.to, source: 'hotline' },
      ]
    case 'escalates':
      return [relation.base, relation.clauseId].map((clauseId) => ({ clauseId, source: 'rating' }))
    case 'same-event':
    case 'no-double-charge':
      return relation.clauseIds.slice(0, 2).map((clauseId) => ({ clauseId, source: null }))
    case 'highest-only':
      return []
  }
}

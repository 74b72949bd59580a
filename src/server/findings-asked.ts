import type { FindingFilter } from '../app/reading/finding-filter.ts'
import type { FindingOrder } from '../app/reading/finding-order.ts'
import type { FindingStanding } from '../core/ledger/assessment-state.ts'

/** What a query says of which findings; whatever it leaves out is null. */
interface FindingsQuery extends Partial<Omit<FindingFilter, 'standings' | 'isMine'>> {
  readonly standing?: string
  readonly mine?: 'true' | 'false'
  readonly sort?: FindingOrder
}

export function findingsAsked(query: FindingsQuery): { readonly filter: FindingFilter; readonly order: FindingOrder } {
  const { centerId = null, standing, clauseId = null, source = null, text = null, mine } = query
  const { occurredFrom = null, occurredTo = null, sort = 'newest' } = query
  // The contract's pattern lets nothing else through.
  const standings = (standing?.split(',') ?? []) as FindingStanding[]
  const filter = { centerId, standings, clauseId, source, text, occurredFrom, occurredTo, isMine: mine === 'true' }
  return { filter, order: sort }
}

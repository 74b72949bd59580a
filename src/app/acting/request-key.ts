import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import type { IdempotencyKey } from '../ports/ledger-store.ts'
import type { ActPlan, Asking } from './act-plan.ts'

/** Who asked for what, so that a key used for something else is noticed. */
export function requestKey(
  digestOf: DigestOf,
  { key, actor }: Asking,
  { name, input }: Pick<ActPlan, 'name' | 'input'>,
): IdempotencyKey {
  return { key, request: digestOf(canonicalJson({ by: actor.personId, name, input })) }
}

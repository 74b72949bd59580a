import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import type { IdempotencyKey } from '../ports/ledger-store.ts'
import type { ActPlan, Asking } from './act-plan.ts'

/**
 * Who asked for what, so that a key used for something else is noticed. The key is the person's own: two who happen to
 * make the same one, or one who guesses another's, are not in each other's way.
 */
export function requestKey(
  digestOf: DigestOf,
  { key, actor, actedAt }: Pick<Asking, 'key' | 'actor' | 'actedAt'>,
  { name, input }: Pick<ActPlan, 'name' | 'input'>,
): IdempotencyKey {
  const by = actor.personId
  return { key: `${by} ${key}`, request: digestOf(canonicalJson({ by, name, input, actedAt })) }
}

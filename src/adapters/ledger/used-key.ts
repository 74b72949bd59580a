import type { Appended, IdempotencyKey } from '../../app/ports/ledger-store.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'

/** What was done under a key. Keys are of the tenant: one that was used in another assessment is used. */
export interface UsedKey extends IdempotencyKey {
  readonly assessmentId: AssessmentId
  readonly firstSeq: number
  readonly lastSeq: number
}

export function answerOf(
  { request, assessmentId, firstSeq, lastSeq }: UsedKey,
  asked: AssessmentId,
  key: IdempotencyKey,
): Extract<Appended, { readonly kind: 'repeated' | 'key-reused' }> {
  const isSame = request === key.request && assessmentId === asked
  return isSame ? { kind: 'repeated', firstSeq, lastSeq } : { kind: 'key-reused' }
}

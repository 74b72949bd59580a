import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { ChainHead, Digest, LedgerHeader, WholeEntry } from '../../core/ledger/chain.ts'
import type { OutboxMessage } from './outbox.ts'
import type { StoreFaultCode } from './store-fault.ts'

/**
 * Ledgers, one stream an assessment. Every method names the tenant first and sees nothing of another. What `append` has
 * answered `appended` is on the disk, whole, or was never there. Nothing is ever changed or removed.
 */
export interface LedgerStore {
  /**
   * Lays down the header. An assessment that is there already is refused, unless its header is the same. Where the tenant has
   * `most` already, one more is refused as `assessments-quota-full`, however many come at once; null or nothing said: no limit.
   */
  readonly create: (
    header: LedgerHeader,
    most?: number | null,
  ) => Promise<Outcome<ChainHead, StoreFaultCode | 'assessment-exists' | 'assessments-quota-full'>>
  readonly headers: (tenantId: TenantId) => Promise<Outcome<readonly LedgerHeader[], StoreFaultCode>>
  readonly head: (
    tenantId: TenantId,
    assessmentId: AssessmentId,
  ) => Promise<Outcome<ChainHead, StoreFaultCode | 'assessment-unknown'>>
  /** At most `limit` entries after `afterSeq`, in order, as they were written: whoever reads checks the chain. */
  readonly read: (
    tenantId: TenantId,
    assessmentId: AssessmentId,
    afterSeq: number,
    limit: number,
  ) => Promise<Outcome<readonly WholeEntry[], StoreFaultCode | 'assessment-unknown'>>
  /**
   * All entries of the batch and its messages, or nothing. They must follow `expected`; where the ledger stands elsewhere
   * by now, the answer is `moved` with where. A key that was used before answers what it did then (`repeated`), provided
   * that the request is the same; otherwise `key-reused`.
   */
  readonly append: (
    tenantId: TenantId,
    assessmentId: AssessmentId,
    batch: AppendBatch,
  ) => Promise<Outcome<Appended, StoreFaultCode | 'assessment-unknown'>>
  /**
   * Runs `work` in the ledger's turn: whoever asked for one before has had it, and nobody else appends before `work` is done or
   * has appended. For who was overtaken: an append out of turn costs less, and loses again as often as others are quicker. A
   * store that one process has to itself needs no turns: `work` runs at once, and may still be told that the ledger has moved.
   * What `work` waits for must not itself wait for the ledger.
   */
  readonly inTurn: <Value>(
    tenantId: TenantId,
    assessmentId: AssessmentId,
    work: (turn: LedgerTurn) => Promise<Value>,
  ) => Promise<Outcome<Value, StoreFaultCode | 'assessment-unknown'>>
  /**
   * What was done under the key, without doing anything: asked before a decision, so that a repeated request is answered
   * as it was then and not refused because it has been done.
   */
  readonly recall: (
    tenantId: TenantId,
    assessmentId: AssessmentId,
    key: IdempotencyKey,
  ) => Promise<Outcome<Recalled, StoreFaultCode | 'assessment-unknown'>>
}

export interface LedgerTurn {
  /** Where the ledger stands in this turn. */
  readonly head: ChainHead
  /** As `append` does. Once: with its answer the turn is over. */
  readonly append: (batch: AppendBatch) => ReturnType<LedgerStore['append']>
}

export interface AppendBatch {
  readonly expected: ChainHead
  readonly entries: readonly WholeEntry[]
  readonly key: IdempotencyKey
  readonly messages: readonly OutboxMessage[]
}

/** Made by the client for one intent; `request` is the digest of who asked for what. */
export interface IdempotencyKey {
  readonly key: string
  readonly request: Digest
}

export type Appended =
  | { readonly kind: 'appended'; readonly head: ChainHead }
  | { readonly kind: 'repeated'; readonly firstSeq: number; readonly lastSeq: number }
  | { readonly kind: 'moved'; readonly head: ChainHead }
  | { readonly kind: 'key-reused' }

export type Recalled = { readonly kind: 'unused' } | Extract<Appended, { readonly kind: 'repeated' | 'key-reused' }>

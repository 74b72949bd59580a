import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Stored } from './store-fault.ts'

/** One intent of one person: the key is made by the client and used again when it tries again. */
export interface AnswerKey {
  readonly tenantId: TenantId
  readonly personId: PersonId
  readonly key: string
}

/** What was answered; `body` is null where it held a secret that is shown once. */
export interface KeptAnswer {
  readonly status: number
  readonly body: string | null
}

export type Claim =
  | { readonly kind: 'new' }
  /** Claimed and not finished: being done by another request. */
  | { readonly kind: 'running' }
  | { readonly kind: 'kept'; readonly answer: KeptAnswer }
  /** The key was used for another request. */
  | { readonly kind: 'key-reused' }

/**
 * Answers to writes that no ledger keeps, by the client's key, so that a request that is sent again is not done again.
 * `request` is a digest of what was asked for.
 */
export interface AnswerStore {
  /** One of two that claim at once gets `new`. A claim from before `staleSince` (its server died) may be claimed again. */
  readonly claim: (
    key: AnswerKey,
    request: string,
    now: Timestamp,
    staleSince: Timestamp,
    nodeId: string,
  ) => Promise<Stored<Claim>>
  readonly keep: (key: AnswerKey, answer: KeptAnswer) => Promise<Stored<null>>
  /** Gives the claim up: the request was refused and may be made again. */
  readonly release: (key: AnswerKey) => Promise<Stored<null>>
  /** The same for all that a node claimed and did not finish, in whichever tenant, once it is dead; how many. */
  readonly releaseOf: (nodeId: string) => Promise<Stored<number>>
  /** Forgets what was claimed before the time, of all tenants; the answer is how many. */
  readonly sweep: (before: Timestamp) => Promise<Stored<number>>
}

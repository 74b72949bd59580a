import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Stored } from './store-fault.ts'

/** Somebody signed in somewhere. The token itself is nowhere but with that person's browser. */
export interface Session {
  readonly tenantId: TenantId
  readonly tokenDigest: string
  readonly personId: PersonId
  readonly method: 'password' | 'sign-on'
  readonly createdAt: Timestamp
  readonly lastSeenAt: Timestamp
  readonly expiresAt: Timestamp
  /** False while a second factor is owed: the session can then do nothing but give it, or end. */
  readonly isComplete: boolean
}

/** A single sign-on that was begun in one browser and has not come back yet. */
export interface SignOnAttempt {
  readonly tenantId: TenantId
  readonly tokenDigest: string
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly expiresAt: Timestamp
}

export interface SessionStore {
  readonly addSession: (session: Session) => Promise<Stored<null>>
  readonly session: (tenantId: TenantId, tokenDigest: string) => Promise<Stored<Session | null>>
  /** Ends one session and begins the other, or neither: `gone` where the first had ended already. */
  readonly replaceSession: (
    tenantId: TenantId,
    endedDigest: string,
    next: Session,
  ) => Promise<Stored<'replaced' | 'gone'>>
  /** Never moves back in time. */
  readonly touchSession: (tenantId: TenantId, tokenDigest: string, seenAt: Timestamp) => Promise<Stored<null>>
  /** The answer is whether there was one. */
  readonly endSession: (tenantId: TenantId, tokenDigest: string) => Promise<Stored<boolean>>
  /** All of the person's but the one kept (null: all); the answer is how many. */
  readonly endSessions: (tenantId: TenantId, personId: PersonId, keptDigest: string | null) => Promise<Stored<number>>
  /** Of all tenants: sessions not seen since `idleSince` or over at `now`, and attempts over at `now`; the answer is how many. */
  readonly sweepSessions: (now: Timestamp, idleSince: Timestamp) => Promise<Stored<number>>

  readonly addSignOnAttempt: (attempt: SignOnAttempt) => Promise<Stored<null>>
  /** Gives it out once: whoever asks second gets null. */
  readonly takeSignOnAttempt: (tenantId: TenantId, tokenDigest: string) => Promise<Stored<SignOnAttempt | null>>
}

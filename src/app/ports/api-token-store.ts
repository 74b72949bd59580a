import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Stored } from './store-fault.ts'

/** What a program of somebody's shows instead of signing in. `scopes` are the actions that it is limited to. */
export interface ApiToken {
  readonly tenantId: TenantId
  readonly tokenId: string
  readonly tokenDigest: string
  readonly ownerId: PersonId
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Timestamp
  readonly expiresAt: Timestamp
  readonly revokedAt: Timestamp | null
  readonly lastUsedAt: Timestamp | null
}

export interface ApiTokenStore {
  readonly addApiToken: (token: ApiToken) => Promise<Stored<null>>
  readonly apiToken: (tenantId: TenantId, tokenDigest: string) => Promise<Stored<ApiToken | null>>
  /** By when they were made, the latest first; of one owner, or (null) of all. */
  readonly apiTokens: (tenantId: TenantId, ownerId: PersonId | null) => Promise<Stored<readonly ApiToken[]>>
  /** `unknown` also where the token is not the owner's (null: whoever's). One that is revoked keeps its first time. */
  readonly revokeApiToken: (
    tenantId: TenantId,
    tokenId: string,
    ownerId: PersonId | null,
    at: Timestamp,
  ) => Promise<Stored<'revoked' | 'unknown'>>
  readonly touchApiToken: (tenantId: TenantId, tokenId: string, usedAt: Timestamp) => Promise<Stored<null>>
}

import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Quotas } from './quotas.ts'
import type { Stored } from './store-fault.ts'

/**
 * A district with its own people, ledgers and settings; or a city, which has people and settings and never a ledger: it
 * sees what the districts that name it have published.
 */
export interface Tenant {
  readonly tenantId: TenantId
  readonly name: string
  readonly kind: 'district' | 'city'
  /** Of a district: the city that it belongs to, if that is on this installation too. Null for a city. */
  readonly cityId: TenantId | null
  /** Suspended: nobody of it signs in; what it holds and what it has published stay. */
  readonly state: 'active' | 'suspended'
  /** Of ledgers opened from now on; one that is open keeps its own. */
  readonly digest: 'sha256' | 'sm3'
  readonly secondFactor: SecondFactorRule
}

/**
 * Who must have a second factor: nobody, those who decide, administer or audit, or everybody. Whoever has enrolled one is
 * asked for it under every rule.
 */
export type SecondFactorRule = 'optional' | 'duties' | 'everyone'

/** What is left of a district that was removed: who removed it, when, and the digest of what had been written out of it. */
export interface RemovedTenant {
  readonly tenantId: TenantId
  readonly name: string
  readonly by: string
  /** Null where it was removed without an export, on purpose. */
  readonly exportDigest: Digest | null
  readonly begunAt: Timestamp
  /** Null where the removal broke off, and is to be done again. */
  readonly removedAt: Timestamp | null
}

/** A district by itself, as most installations have one. */
export const ALONE = { kind: 'district', cityId: null, state: 'active' } as const

export interface TenantStore {
  readonly tenants: () => Promise<Stored<readonly Tenant[]>>
  readonly tenant: (tenantId: TenantId) => Promise<Stored<Tenant | null>>
  readonly addTenant: (tenant: Tenant) => Promise<Stored<'added' | 'taken'>>
  /** Those that were removed from the installation, the earliest first. Their ids are never given again. */
  readonly removedTenants: () => Promise<Stored<readonly RemovedTenant[]>>
  /** Puts the name and the settings in the place of those before. */
  readonly saveTenant: (tenant: Tenant) => Promise<Stored<'saved' | 'unknown'>>
  /** Without any for a district that is not there. */
  readonly quotas: (tenantId: TenantId) => Promise<Stored<Quotas>>
  /** By themselves, so that who saves a name meanwhile does not undo them. */
  readonly setQuotas: (tenantId: TenantId, quotas: Quotas) => Promise<Stored<'saved' | 'unknown'>>
  /**
   * Counts a failed sign-in that is charged to nobody: the name is nobody's, or the account is locked or disabled. It is
   * written as durably as one that is charged, so that the time it takes does not tell them apart.
   */
  readonly countUncharged: (tenantId: TenantId) => Promise<Stored<null>>
  readonly unchargedFailures: (tenantId: TenantId) => Promise<Stored<number>>
}

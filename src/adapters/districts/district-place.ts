import type { DistrictData } from '../../app/ports/district-house.ts'
import type { Removal, RemovedRows } from '../../app/ports/district-house.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'

/** One place where something of a district lies: the data folder, a schema of a database, a bucket, shards. */
export interface DistrictPlace {
  /** Lays down in `draft`, which is there, what an export has of this place. */
  readonly copyOut: (tenantId: TenantId, draft: string) => Promise<Outcome<null>>
  /** What is here and is not in the list of an export, or otherwise. */
  readonly stale: (tenantId: TenantId, listed: ReadonlyMap<string, Digest>) => Promise<Outcome<readonly string[]>>
  /** Whether it can be emptied now: asked of every place before anything is removed from one. */
  readonly ready: (tenantId: TenantId) => Promise<Outcome<null>>
  /** Broken off, it can be done again; done again, it removes nothing. */
  readonly remove: (removal: Removal) => Promise<Outcome<RemovedRows>>
}

/** Where the district itself is written down. */
export interface DistrictRegister {
  /** Writes for good that the district goes, before anything of it does. */
  readonly begin: (removal: Removal) => Promise<Outcome<null>>
  /** Removes what is left, with the district itself, and notes `counts` and its own with the removal, at once or not at all. */
  readonly finish: (removal: Removal, counts: RemovedRows) => Promise<Outcome<RemovedRows>>
}

/** All places of one installation, in the order in which they are emptied. */
export interface DistrictPlaces {
  readonly places: readonly DistrictPlace[]
  readonly register: DistrictRegister
  /** While nobody else changes the records of the district, or removes it. */
  readonly inTurn: <Value>(tenantId: TenantId, act: () => Promise<Outcome<Value>>) => Promise<Outcome<Value>>
  readonly close: () => Promise<void>
}

/** How the places of an installation are opened. */
export interface DistrictOpening {
  /** Ledgers, people and evidence, for bundles. */
  readonly data: (path: string) => Promise<Outcome<DistrictData>>
  /** `removing`: where something lies in the folder itself, no server may hold that. */
  readonly places: (path: string, purpose: 'reading' | 'removing') => Promise<Outcome<DistrictPlaces>>
}

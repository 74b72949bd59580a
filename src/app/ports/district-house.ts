import type { OpenData } from './data-house.ts'
import type { PersonStore } from './person-store.ts'
import type { Stored } from './store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'

/**
 * What one district has in an installation, in its data folder and on its servers: written out for itself, and removed without
 * touching another's. `path` is the data folder.
 */
export interface DistrictHouse {
  /** Ledgers, people and evidence, wherever the installation has them, and how many records there are. */
  readonly open: (path: string) => Promise<Outcome<DistrictData>>
  /**
   * Lays down in `draft`, in the place of what an export that broke off left there: every row of the district but what opens a door (hashes, secrets, sessions),
   * its sealed evidence, and its files of records. `ledgers` in it is there for bundles.
   */
  readonly copyOut: (path: string, tenantId: TenantId, draft: string) => Promise<Outcome<null>>
  /** Lists everything in `draft` with its digest, seals the list, and gives the folder its name. `target` must not be there. */
  readonly seal: (draft: string, target: string, made: MadeExport) => Promise<Outcome<DistrictExport>>
  /** Every file of an export against its list, and the list against what the installation holds of the district now. */
  readonly check: (path: string, tenantId: TenantId, exported: string) => Promise<Outcome<ExportCheck>>
  /**
   * No server may hold the folder, unless everything lies on servers: then nodes may be running. Broken off, it can be done again.
   */
  readonly remove: (path: string, removal: Removal) => Promise<Outcome<RemovedRows>>
}

export interface DistrictData extends OpenData {
  readonly people: OpenData['people'] & Pick<PersonStore, 'countActive'>
  /** Of current records. */
  readonly countRecords: (tenantId: TenantId) => Promise<Stored<number>>
}

export interface MadeExport {
  readonly tenantId: TenantId
  readonly name: string
  readonly madeAt: Timestamp
  readonly program: string
}

export interface DistrictExport {
  readonly path: string
  /** Of the whole list: what a removal is told by. */
  readonly digest: Digest
  readonly files: number
  readonly bytes: number
}

export interface ExportCheck extends DistrictExport {
  readonly madeAt: Timestamp
  /** Files that are missing or are not what the list says. */
  readonly damages: readonly string[]
  /** What the installation holds and the export does not, or otherwise: what was done since. */
  readonly stale: readonly string[]
}

export interface Removal {
  readonly tenantId: TenantId
  readonly name: string
  readonly by: string
  readonly at: Timestamp
  /** Null: removed without an export, on purpose. */
  readonly exportDigest: Digest | null
}

/** By database and table (`ledger/events`); files by their folder. */
export type RemovedRows = Readonly<Record<string, number>>

import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { Stored } from './store-fault.ts'

/** Import profiles that a person has confirmed. Confirming under the same id again adds a version; the last one holds. */
export interface ProfileStore {
  readonly confirm: (tenantId: TenantId, confirmed: ConfirmedProfile) => Promise<Stored<null>>
  /** The version that holds of each, by id. */
  readonly profiles: (tenantId: TenantId) => Promise<Stored<readonly ConfirmedProfile[]>>
}

export interface ConfirmedProfile {
  readonly profile: ImportProfile
  readonly by: PersonId
  readonly at: Timestamp
}

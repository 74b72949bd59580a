import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Entitlement } from './who-may.ts'

/**
 * Who asks, as far as deciding needs to know: from a session, an API token, or the program itself. `centerId` is the
 * center that the person belongs to, whatever the role; null for the district's own people. `scopes` are what a token
 * is limited to, on top of what its owner may do; null for a session, which is not limited.
 */
export interface Actor extends Entitlement {
  readonly tenantId: TenantId
  readonly personId: PersonId
  readonly name: string
}

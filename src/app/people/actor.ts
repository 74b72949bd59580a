import type { CenterId, PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Action } from './who-may.ts'
import type { Role } from './role.ts'

/**
 * Who asks, as far as deciding needs to know: from a session, an API token, or the program itself. `centerId` is the
 * center that the person belongs to, whatever the role; null for the district's own people. `scopes` are what a token
 * is limited to, on top of what its owner may do; null for a session, which is not limited.
 */
export interface Actor {
  readonly tenantId: TenantId
  readonly personId: PersonId
  readonly name: string
  readonly roles: readonly Role[]
  readonly centerId: CenterId | null
  readonly scopes: readonly Action[] | null
}

import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { AccessResult } from '../ports/access-log.ts'
import type { Stored } from '../ports/store-fault.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import type { Action } from './who-may.ts'

/** What the access log tells of: everything that somebody may do, and what happens at the door. */
export type AccessAction = Action | DoorAction

type DoorAction =
  | 'sign-in'
  | 'sign-out'
  | 'second-factor'
  | 'account-lock'
  | 'password-change'
  | 'password-reset'
  | 'second-factor-enroll'
  | 'second-factor-disable'
  | 'person-create'
  | 'person-change'
  | 'person-disable'
  | 'person-enable'
  | 'roles-grant'
  | 'token-create'
  | 'token-revoke'
  | 'token-use'
  | 'sign-on-link'
  | 'tenant-create'
  | 'tenant-change'
  | 'access-log-prune'

/** `reason` is a code of a catalogue, `subject` an id: neither a name nor what anybody typed. */
export interface Access {
  readonly tenantId: TenantId
  readonly personId: PersonId | null
  readonly action: AccessAction
  readonly result: AccessResult
  readonly reason?: string | null
  readonly subject?: string | null
}

/**
 * Writes down what somebody did or was refused. Where this fails, the thing must not be done either: what nobody can
 * know of must not happen.
 */
export async function recordAccess(
  ports: Pick<PeoplePorts, 'accessLog' | 'clock'>,
  access: Access,
  trace: Trace,
): Promise<Stored<null>> {
  const { tenantId, personId, action, result, reason = null, subject = null } = access
  const { requestId, address } = trace
  const at = ports.clock.now()
  return ports.accessLog.append({ tenantId, at, personId, action, result, reason, subject, requestId, address })
}

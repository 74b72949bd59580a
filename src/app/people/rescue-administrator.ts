import { parseId, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { renewPassword, type RenewalPorts } from './renew-password.ts'
import { parseUsername } from './username.ts'

/** `tenantId` null: the only district that there is. */
export interface Rescue {
  readonly tenantId: string | null
  readonly username: string
}

/**
 * By whoever runs the machine, where no administrator gets in any more: the account is active again, without its second
 * factor, with a password for one sign-in. Only administrators are rescued; they reset everybody else.
 */
export async function rescueAdministrator(
  ports: RenewalPorts,
  asked: Rescue,
): Promise<PeopleAnswer<{ readonly oneTimePassword: string }>> {
  const tenant = await districtOf(ports, asked.tenantId)
  if (!tenant.ok) return tenant
  const username = parseUsername(asked.username)
  if (username === null) return refuse('username-wrong', asked.username)
  const found = await ports.people.personByUsername(tenant.value, username)
  if (!found.ok) return found
  if (found.value === null) return refuse('person-unknown')
  if (!found.value.roles.includes('administrator')) return refuse('not-administrator', username)
  return renewPassword(ports, found.value, null, { state: 'active', secondFactor: null }, NOBODY)
}

const NOBODY = { requestId: null, address: null }

async function districtOf({ people }: RenewalPorts, asked: string | null): Promise<PeopleAnswer<TenantId>> {
  const tenants = await people.tenants()
  if (!tenants.ok) return tenants
  const named = asked === null ? null : parseId<TenantId>(asked)
  const meant = tenants.value.filter(({ tenantId }) => asked === null || tenantId === named)
  const [only, ...others] = meant
  return only === undefined || others.length > 0 ? refuse('tenant-unknown') : accepted(only.tenantId)
}

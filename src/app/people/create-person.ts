import { id, type CenterId, type PersonId, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from './actor.ts'
import { checkRoles } from './check-roles.ts'
import { oneTimePassword } from './one-time-password.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { peopleFull } from './people-quota.ts'
import { checkDetails } from './person-details.ts'
import { recordAccess } from './record-access.ts'
import { requireMay } from './require-may.ts'
import { parseUsername } from './username.ts'

/** `hasPassword` is false for who will come by single sign-on only. */
export interface NewPerson {
  readonly username: string
  readonly name: string
  readonly roles: readonly string[]
  readonly centerId: CenterId | null
  readonly email: string | null
  readonly hasPassword: boolean
}

/** `oneTimePassword` is told once and kept nowhere. */
export interface CreatedPerson {
  readonly personId: PersonId
  readonly oneTimePassword: string | null
}

export async function createPerson(
  ports: PeoplePorts,
  actor: Actor,
  given: NewPerson,
  trace: Trace,
): Promise<PeopleAnswer<CreatedPerson>> {
  const allowed = await requireMay(ports, actor, 'person.manage', trace)
  if (!allowed.ok) return allowed
  return enterPerson(ports, actor.tenantId, actor.personId, given, trace)
}

/** `by` is null for the program itself, which enters the first administrator. */
export async function enterPerson(
  ports: Omit<PeoplePorts, 'codes'>,
  tenantId: TenantId,
  by: PersonId | null,
  given: NewPerson,
  trace: Trace,
): Promise<PeopleAnswer<CreatedPerson>> {
  const username = parseUsername(given.username)
  if (username === null) return refuse('username-wrong', given.username)
  const details = checkDetails(given)
  if (!details.ok) return details
  const tenant = await ports.people.tenant(tenantId)
  if (!tenant.ok) return tenant
  if (tenant.value === null) return refuse('tenant-unknown')
  const roles = checkRoles(given.roles, given.centerId, tenant.value.kind)
  if (!roles.ok) return roles
  const personId = id<PersonId>(ports.secrets.id())
  const secret = given.hasPassword ? oneTimePassword(ports, username) : null
  const hash = secret === null ? null : await ports.hasher.hash(secret)
  const added = await ports.people.addPerson({
    tenantId,
    personId,
    revision: 0,
    username,
    ...details.value,
    roles: roles.value,
    centerId: given.centerId,
    state: 'active',
    password: hash === null ? null : { hash, previous: [], setAt: ports.clock.now(), mustChange: true },
    failures: 0,
    lockedUntil: null,
    secondFactor: null,
    signOns: [],
  })
  if (!added.ok) return added
  if (added.value === 'full') return peopleFull(ports, tenantId)
  if (added.value === 'taken') return refuse('username-taken', username)
  const recorded = await recordAccess(
    ports,
    { tenantId, personId: by, action: 'person-create', result: 'done', subject: personId },
    trace,
  )
  return recorded.ok ? accepted({ personId, oneTimePassword: secret }) : recorded
}

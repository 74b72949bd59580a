/**
 * What the operator of an installation does about its districts, at the machine: they are founded, changed, written out and
 * removed. What people of a district do lies in `people/`. Front door: one file a thing that is done.
 */
import { accepted } from '../../core/kernel/outcome.ts'
import { createFirstAdministrator } from '../people/create-first-administrator.ts'
import { createTenant } from '../people/create-tenant.ts'
import type { PeoplePorts } from '../people/people-ports.ts'
import { refuse, type PeopleAnswer } from '../people/people-refusals.ts'
import { recordAccess } from '../people/record-access.ts'
import { parseUsername } from '../people/username.ts'
import type { Tenant } from '../ports/tenant-store.ts'
import { cityNamed } from './change-standing.ts'

export interface NewDistrict {
  readonly tenantId: string
  readonly name: string
  readonly kind: Tenant['kind']
  /** Null: of none. */
  readonly cityId: string | null
  readonly digest: Tenant['digest']
  /** The username of its first administrator. */
  readonly administrator: string
}

export interface FoundedDistrict {
  readonly tenant: Tenant
  readonly administrator: string
  /** Told once, and kept nowhere. */
  readonly oneTimePassword: string
}

export type DistrictPorts = Omit<PeoplePorts, 'codes'>

/** A district or a city with its first administrator. What can be refused is refused before anything is laid down. */
export async function foundDistrict(ports: DistrictPorts, given: NewDistrict): Promise<PeopleAnswer<FoundedDistrict>> {
  const { kind, digest } = given
  const username = parseUsername(given.administrator)
  if (username === null) return refuse('username-wrong', given.administrator)
  if (kind === 'city' && given.cityId !== null) return refuse('city-wrong', given.cityId)
  const city = given.cityId === null ? accepted(null) : await cityNamed(ports, given.cityId)
  if (!city.ok) return city
  const tenant = await createTenant(ports, {
    tenantId: given.tenantId,
    name: given.name,
    kind,
    cityId: city.value,
    state: 'active',
    digest,
    secondFactor: 'optional',
  })
  if (!tenant.ok) return tenant
  const { tenantId } = tenant.value
  const recorded = await recordAccess(
    ports,
    { tenantId, personId: null, action: 'tenant-create', result: 'done' },
    AT_THE_MACHINE,
  )
  if (!recorded.ok) return recorded
  const made = await createFirstAdministrator(ports, { tenantId, username, name: '管理员' })
  if (!made.ok) return made
  return accepted({ tenant: tenant.value, administrator: username, oneTimePassword: made.value.oneTimePassword ?? '' })
}

/** No request: whoever runs the machine. */
const AT_THE_MACHINE = { requestId: null, address: null }

import { ALONE } from '../../src/app/ports/tenant-store.ts'
import { actorOf } from '../../src/app/people/resolve-session.ts'
import type { Role } from '../../src/app/people/role.ts'
import type { Actor } from '../../src/app/people/actor.ts'
import { id, type CenterId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import type { ServerParts } from '../../src/server/server-parts.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { somePerson } from '../fixtures/some-person.ts'

/** The district and the username. */
export type Who = readonly [tenantId: TenantId, username: string]

/** Somebody of the district `d1`, or of the foreign one. */
export const here = (username: Username): Who => [id<TenantId>('d1'), username]
export const abroad = (username: Username): Who => [id<TenantId>('d2'), username]

export const east = id<CenterId>('east')
export const west = id<CenterId>('west')

/** One for each role, a second of those whose duties must be apart, and an inspector who belongs to a center. */
const PEOPLE = {
  administrator: { roles: ['administrator'] },
  clerk: { roles: ['clerk'] },
  inspector: { roles: ['inspector'] },
  'inspector-east': { roles: ['inspector'], centerId: east },
  assessor: { roles: ['assessor'] },
  'assessor-2': { roles: ['assessor'] },
  reviewer: { roles: ['reviewer'] },
  'center-east': { roles: ['center'], centerId: east },
  'center-west': { roles: ['center'], centerId: west },
  leader: { roles: ['leader'] },
  auditor: { roles: ['auditor'] },
  observer: { roles: ['observer'] },
} as const satisfies Readonly<Record<string, { readonly roles: readonly Role[]; readonly centerId?: CenterId }>>

export type Username = keyof typeof PEOPLE

export const USERNAMES = Object.keys(PEOPLE) as readonly Username[]

/** People who all hold the password, and calendars of two years. Ids are `d1-assessor`, so no two districts share one. */
export async function foundDistrict({ people }: ServerParts, district: string, password: string): Promise<void> {
  const tenantId = id<TenantId>(district)
  await people.people.addTenant({
    tenantId,
    name: `${district} 区`,
    digest: 'sha256',
    secondFactor: 'optional',
    ...ALONE,
  })
  const hash = await people.hasher.hash(password)
  const held = { hash, previous: [], setAt: people.clock.now(), mustChange: false }
  for (const username of USERNAMES) {
    const person = somePerson({
      centerId: null,
      ...PEOPLE[username],
      tenantId,
      personId: id(`${district}-${username}`),
      username,
      name: `张${username}`,
      password: held,
    })
    await people.people.addPerson(person)
  }
  for (const year of [2021, 2022]) {
    const [from, to] = [plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)]
    const calendar = {
      version: `${district}历${year}`,
      from,
      to,
      restDays: new Set([from]),
      workDays: new Set<never>(),
    }
    await people.people.addCalendar(tenantId, calendar)
  }
}

export async function actorNamed({ people }: ServerParts, [tenantId, username]: Who): Promise<Actor> {
  const found = valueOf(await people.people.personByUsername(tenantId, username))
  if (found === null) throw new Error(`nobody is called ${username}`)
  return actorOf(found, null)
}

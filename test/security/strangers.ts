import { newToken } from '../../src/app/people/tenant-token.ts'
import { ROLES } from '../../src/app/people/role.ts'
import { ACTIONS, type Action } from '../../src/app/people/who-may.ts'
import type { Person } from '../../src/app/ports/person-store.ts'
import type { Session } from '../../src/app/ports/session-store.ts'
import { plusSeconds } from '../../src/core/kernel/elapsed.ts'
import { id } from '../../src/core/kernel/identifiers.ts'
import { csrfTokenOf } from '../../src/server/check-origin.ts'
import { somePerson } from '../fixtures/some-person.ts'
import { east, here } from '../server/found-district.ts'
import type { ServerFixture } from '../server/server-fixture.ts'

type Headers = Readonly<Record<string, string>>

/** Somebody who holds every role of the district `d1` and the center `east`, and must be refused for another reason. */
export interface Stranger {
  readonly name: string
  /** The statuses that a request may be refused with. */
  readonly status: 401 | 403
  /** Whether it is let in where being signed in is enough. */
  readonly isSignedIn: boolean
  readonly headers: (action: string) => Promise<Headers>
}

export function strangersOf(server: ServerFixture): readonly Stranger[] {
  const { parts, token } = server
  const { people } = parts.people
  const now = parts.clock.now()
  const add = async (name: string, differs: Partial<Person> = {}) => {
    const [tenantId] = here('clerk')
    const person = { tenantId, personId: id<never>(`d1-${name}`), username: name, roles: ROLES, centerId: east }
    await people.addPerson(somePerson({ ...person, ...differs }))
  }
  const sessionOf = async (name: string, differs: Partial<Session> = {}): Promise<Headers> => {
    const [tenantId] = here('clerk')
    const made = newToken(parts.people, tenantId)
    await people.addSession({
      tenantId,
      tokenDigest: made.digest,
      personId: id(`d1-${name}`),
      method: 'password',
      createdAt: now,
      lastSeenAt: now,
      expiresAt: plusSeconds(now, 43_200),
      isComplete: true,
      ...differs,
    })
    return {
      cookie: `mingheng=${encodeURIComponent(made.text)}`,
      'x-csrf-token': csrfTokenOf(made.text, parts.secrets),
    }
  }
  const factor = { secret: 'JBSWY3DPEHPK3PXP', isConfirmed: true, lastStep: null }
  const outdated = { hash: 'x', previous: [], setAt: now, mustChange: true }
  return [
    { name: 'nobody', status: 401, isSignedIn: false, headers: async () => ({}) },
    {
      name: 'somebody disabled',
      status: 401,
      isSignedIn: false,
      headers: async () => (await add('gone', { state: 'disabled' }), sessionOf('gone')),
    },
    {
      name: 'an idle session',
      status: 401,
      isSignedIn: false,
      headers: async () => (await add('all'), sessionOf('all', { lastSeenAt: plusSeconds(now, -1_801) })),
    },
    {
      name: 'a session that is over',
      status: 401,
      isSignedIn: false,
      headers: async () => (await add('all'), sessionOf('all', { expiresAt: now })),
    },
    {
      name: 'a session that owes its second factor',
      status: 403,
      isSignedIn: true,
      headers: async () => (await add('owing', { secondFactor: factor }), sessionOf('owing', { isComplete: false })),
    },
    {
      name: 'a session that owes a new password',
      status: 403,
      isSignedIn: true,
      headers: async () => (await add('outdated', { password: outdated }), sessionOf('outdated')),
    },
    {
      name: 'a token of other scopes',
      status: 403,
      isSignedIn: true,
      headers: async (action) => {
        await add('all')
        return token([here('clerk')[0], 'all'], others(action))
      },
    },
  ]
}

function others(action: string): readonly Action[] {
  return ACTIONS.filter((one) => one !== action)
}

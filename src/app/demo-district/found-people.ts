import { ALONE } from '../ports/tenant-store.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import type { Actor } from '../people/actor.ts'
import { addCalendar } from '../people/add-calendar.ts'
import { changePassword } from '../people/change-password.ts'
import { createFirstAdministrator } from '../people/create-first-administrator.ts'
import { createPerson } from '../people/create-person.ts'
import { createTenant } from '../people/create-tenant.ts'
import { resetPassword } from '../people/reset-password.ts'
import { actorOf } from '../people/resolve-session.ts'
import { signIn } from '../people/sign-in.ts'
import { ADMINISTRATOR, DEMO_PASSWORD, demoAccounts } from './demo-accounts.ts'
import type { DemoPorts, DemoSetting } from './demo-setting.ts'
import { whole } from './whole.ts'

export const TRACE = { requestId: null, address: null } as const

/** The district, its calendar and everybody in it, who hold the one-time passwords of their first day. */
export async function foundPeople({ people }: DemoPorts, setting: DemoSetting): Promise<FoundPeople> {
  const { tenantId, districtName, folder, calendar } = setting
  const tenant = { tenantId, name: districtName, digest: 'sha256', secondFactor: 'optional', ...ALONE } as const
  whole(await createTenant(people, tenant), 'district')
  const { username, name } = ADMINISTRATOR
  const first = whole(await createFirstAdministrator(people, { tenantId, username, name }), username)
  const actors = new Map<string, Actor>()
  const enter = async (who: string, personId: PersonId) => {
    const person = whole(await people.people.person(tenantId, personId), who)
    if (person === null) throw new Error(`${who} is not there`)
    actors.set(who, actorOf(person, null))
  }
  await enter(username, first.personId)
  const named = (who: string) => {
    const actor = actors.get(who)
    if (actor === undefined) throw new Error(`nobody is called ${who}`)
    return actor
  }
  whole(await addCalendar(people, named(username), calendar, TRACE), 'calendar')
  for (const account of demoAccounts(folder.centers).slice(1)) {
    const { role, centerId } = account
    const person = { ...account, roles: [role], centerId, email: null, hasPassword: true }
    const created = whole(await createPerson(people, named(username), person, TRACE), account.username)
    await enter(account.username, created.personId)
  }
  return { actor: named, usernames: [...actors.keys()], firstPassword: first.oneTimePassword ?? '' }
}

export interface FoundPeople {
  /** Throws for who is not there. */
  readonly actor: (username: string) => Actor
  readonly usernames: readonly string[]
  /** The administrator's own, for one sign-in. */
  readonly firstPassword: string
}

/** The administrator takes a password on the first day. */
export async function settleAdministrator({ people }: DemoPorts, { tenantId }: DemoSetting, found: FoundPeople) {
  await takePassword(people, tenantId, ADMINISTRATOR.username, found.firstPassword, `${DEMO_PASSWORD}-1`)
}

/** Shortly before the demonstration opens everybody takes the password that is shown: none is older than the rules allow. */
export async function settlePasswords({ people }: DemoPorts, { tenantId }: DemoSetting, found: FoundPeople) {
  const { username } = ADMINISTRATOR
  await takePassword(people, tenantId, username, `${DEMO_PASSWORD}-1`, DEMO_PASSWORD)
  for (const who of found.usernames) {
    if (who === username) continue
    const reset = await resetPassword(people, found.actor(username), found.actor(who).personId, TRACE)
    await takePassword(people, tenantId, who, whole(reset, who).oneTimePassword, DEMO_PASSWORD)
  }
}

export async function takePassword(
  people: DemoPorts['people'],
  tenantId: DemoSetting['tenantId'],
  username: string,
  current: string,
  next: string,
): Promise<void> {
  const request = { tenantId, username, password: current, code: null, replacing: null }
  const { token } = whole(await signIn(people, request, TRACE), `${username} signs in`)
  whole(await changePassword(people, { token, current, next }, TRACE), `${username} takes a password`)
}

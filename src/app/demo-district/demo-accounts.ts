import { id, type CenterId } from '../../core/kernel/identifiers.ts'
import { ROLE_NAMES, type Role } from '../people/role.ts'
import type { Center } from '../ports/notice-archive.ts'

/** Somebody who can sign in to the demonstration. Everybody has the same password. */
export interface DemoAccount {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly centerId: CenterId | null
}

/** Shown to everybody, and only ever set in a demonstration. */
export const DEMO_PASSWORD = 'Yanshi@2021'

export const ADMINISTRATOR: DemoAccount = account('admin', 'administrator', '')

/** Of the city that stands over the demonstration district, where there is one. */
export const OBSERVER: DemoAccount = account('observer', 'observer', '')

export const DEMO_CITY = { tenantId: 'demo-city', name: '演示市' } as const

const OFFICE: readonly DemoAccount[] = [
  account('clerk', 'clerk', ''),
  account('inspector-1', 'inspector', '一'),
  account('inspector-2', 'inspector', '二'),
  account('assessor-1', 'assessor', '一'),
  account('assessor-2', 'assessor', '二'),
  account('reviewer', 'reviewer', ''),
  account('leader', 'leader', ''),
  account('auditor', 'auditor', ''),
]

/** One for each role, two where duties must be apart, and one for each center, whose username is the center's id. */
export function demoAccounts(centers: readonly Center[]): readonly DemoAccount[] {
  return [
    ADMINISTRATOR,
    ...OFFICE,
    ...centers.map(({ id: centerId, name }): DemoAccount => ({
      username: centerId,
      name: `${name}中心`,
      role: 'center',
      centerId,
    })),
  ]
}

function account(username: string, role: Role, which: string): DemoAccount {
  return { username, name: `${ROLE_NAMES[role]}${which}`, role, centerId: null }
}

const STAFF = '-staff'

/** Who of the demonstration plays a person of an example year (`assessor-1`, `xyz-staff`). */
export function accountPlaying(person: string): string {
  if (person.endsWith(STAFF)) return id<CenterId>(person.slice(0, -STAFF.length))
  return PLAYED_BY[person] ?? person
}

const PLAYED_BY: Readonly<Record<string, string>> = {
  'clerk-1': 'clerk',
  'reviewer-1': 'reviewer',
  'inspector-3': 'inspector-2',
}

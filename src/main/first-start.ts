import { ALONE } from '../app/ports/tenant-store.ts'
import { createFirstAdministrator } from '../app/people/create-first-administrator.ts'
import { createTenant } from '../app/people/create-tenant.ts'
import type { PeopleAnswer } from '../app/people/people-refusals.ts'
import type { PeoplePorts } from '../app/people/people-ports.ts'
import { accepted } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'

type FirstStart = Pick<Configuration, 'district' | 'districtName' | 'administrator' | 'digest'>

/** What to tell the person who installs, once; empty at every later start. */
export async function firstStart(
  people: PeoplePorts,
  { district, districtName, administrator, digest }: FirstStart,
): Promise<PeopleAnswer<readonly string[]>> {
  const tenants = await people.people.tenants()
  if (!tenants.ok) return tenants
  if (tenants.value.length > 0) return accepted([])
  const tenant = { tenantId: district, name: districtName, digest, secondFactor: 'optional', ...ALONE } as const
  const founded = await createTenant(people, tenant)
  // Of nodes that start at once on one database, another was first.
  if (!founded.ok) return founded.refusal.code === 'tenant-taken' ? accepted([]) : founded
  const { tenantId } = founded.value
  const made = await createFirstAdministrator(people, { tenantId, username: administrator, name: '管理员' })
  if (!made.ok) return made
  return accepted([
    `首次启动：已设立“${districtName}”（${district}）和管理员。`,
    `  用户名 ${administrator}`,
    `  一次性密码 ${made.value.oneTimePassword ?? ''}`,
    '密码只显示这一次；请登录后立即改成自己的密码。',
  ])
}

import { accepted } from '../../core/kernel/outcome.ts'
import type { Tenant } from '../ports/tenant-store.ts'
import type { Actor } from './actor.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { requireMay } from './require-may.ts'

/** By an administrator. Sessions of those who now owe a second factor are limited from their next request on. */
export async function changeTenant(
  ports: PeoplePorts,
  actor: Actor,
  change: Pick<Tenant, 'name' | 'secondFactor'>,
  trace: Trace,
): Promise<PeopleAnswer<Tenant>> {
  const allowed = await requireMay(ports, actor, 'person.manage', trace)
  if (!allowed.ok) return allowed
  const { tenantId, personId } = actor
  const name = change.name.trim()
  if (!/^[^\p{Cc}]{1,100}$/u.test(name)) return refuse('tenant-wrong', tenantId)
  const before = await ports.people.tenant(tenantId)
  if (!before.ok) return before
  if (before.value === null) return refuse('tenant-unknown')
  const tenant = { ...before.value, name, secondFactor: change.secondFactor }
  const saved = await ports.people.saveTenant(tenant)
  if (!saved.ok) return saved
  const recorded = await recordAccess(ports, { tenantId, personId, action: 'tenant-change', result: 'done' }, trace)
  return recorded.ok ? accepted(tenant) : recorded
}

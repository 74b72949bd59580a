import type { CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { isRole, ROLE_NAMES, type Role } from './role.ts'
import type { Tenant } from '../ports/tenant-store.ts'

/**
 * Roles that one person may hold together. Who administers accounts neither decides nor audits: administration, business
 * and audit are three hands. A city assesses nobody and a district oversees no other, so each has roles of its own.
 */
export function checkRoles(
  roles: readonly string[],
  centerId: CenterId | null,
  kind: Tenant['kind'],
): PeopleAnswer<readonly Role[]> {
  if (roles.length === 0) return refuse('roles-missing')
  const unknown = roles.find((role) => !isRole(role))
  if (unknown !== undefined) return refuse('role-unknown', unknown)
  const known = [...new Set(roles.filter(isRole))].sort()
  const misplaced = known.find((role) => (kind === 'city' ? !IN_A_CITY.has(role) : role === 'observer'))
  if (misplaced !== undefined) return refuse('role-elsewhere', ROLE_NAMES[misplaced], kind)
  const clash = APART.find(([one, other]) => known.includes(one) && known.includes(other))
  if (clash !== undefined) return refuse('roles-conflict', ROLE_NAMES[clash[0]], ROLE_NAMES[clash[1]])
  if (known.includes('center') && centerId === null) return refuse('center-missing')
  return accepted(known)
}

const IN_A_CITY: ReadonlySet<Role> = new Set(['administrator', 'auditor', 'observer'])

const APART: readonly (readonly [Role, Role])[] = [
  ['administrator', 'assessor'],
  ['administrator', 'reviewer'],
  ['administrator', 'auditor'],
]

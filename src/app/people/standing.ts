import { secondsBetween } from '../../core/kernel/elapsed.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Person } from '../ports/person-store.ts'
import type { Session } from '../ports/session-store.ts'
import type { Tenant } from '../ports/tenant-store.ts'
import { PASSWORD_DAYS } from './password-rules.ts'

/** What a session still owes before it can do what its person may; `full` owes nothing. */
export type Standing = 'second-factor-owed' | 'password-change-owed' | 'enrollment-owed' | 'full'

export function standingOf(tenant: Tenant, person: Person, session: Session, now: Timestamp): Standing {
  if (!session.isComplete) return 'second-factor-owed'
  if (session.method === 'password' && isPasswordOver(person, now)) return 'password-change-owed'
  if (mustHaveSecondFactor(tenant, person) && !hasSecondFactor(person)) return 'enrollment-owed'
  return 'full'
}

export function hasSecondFactor(person: Person): boolean {
  return person.secondFactor?.isConfirmed === true
}

export function mustHaveSecondFactor(tenant: Tenant, person: Person): boolean {
  switch (tenant.secondFactor) {
    case 'optional':
      return false
    case 'duties':
      return person.roles.some((role) => DUTIES.has(role))
    case 'everyone':
      return true
  }
}

const DUTIES: ReadonlySet<string> = new Set(['administrator', 'assessor', 'reviewer', 'auditor'])

function isPasswordOver({ password }: Person, now: Timestamp): boolean {
  return password !== null && (password.mustChange || secondsBetween(password.setAt, now) >= PASSWORD_DAYS * 86_400)
}

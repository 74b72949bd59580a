import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Person } from '../ports/person-store.ts'
import type { SignOnIdentity, SignOnProvider } from '../ports/sign-on-provider.ts'
import { signOnFault } from './begin-sign-on.ts'
import { changePerson } from './change-person.ts'
import { isLocked } from './lockout.ts'
import { openSession, type OpenedSession } from './open-session.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { hasSecondFactor } from './standing.ts'
import { readToken } from './tenant-token.ts'
import { parseUsername } from './username.ts'

/** Which claim of the provider names the person, and as what. An e-mail address counts only where the provider has verified it. */
export interface SignOnRule {
  readonly claim: string
  readonly names: 'username' | 'email'
}

export interface SignOnReturn {
  /** Whose provider the browser came back from: an attempt that was begun in another district is none of this one's. */
  readonly district: TenantId
  /** From the cookie of the browser that came back. */
  readonly attempt: string
  readonly callbackUrl: string
  readonly replacing: string | null
}

/**
 * The browser came back from the provider. An identity seen before opens the account that it is linked to; a new one is
 * linked to the one person whom the claim names. Nobody is created: accounts are an administrator's.
 */
export async function finishSignOn(
  ports: PeoplePorts,
  provider: SignOnProvider,
  rule: SignOnRule,
  back: SignOnReturn,
  trace: Trace,
): Promise<PeopleAnswer<OpenedSession>> {
  const read = readToken(ports, back.attempt)
  if (read === null || read.tenantId !== back.district) return refuse('sign-on-expired')
  const { tenantId } = read
  const tenant = await ports.people.tenant(tenantId)
  if (!tenant.ok) return tenant
  if (tenant.value?.state === 'suspended') return refuse('tenant-suspended', tenant.value.name)
  const attempt = await ports.people.takeSignOnAttempt(tenantId, read.digest)
  if (!attempt.ok) return attempt
  if (attempt.value === null || ports.clock.now() >= attempt.value.expiresAt) return refuse('sign-on-expired')
  const identity = await provider.complete(back.callbackUrl, attempt.value)
  if (!identity.ok) return failed(ports, tenantId, null, signOnFault(identity.refusal.code), trace)
  const found = await findLinked(ports, tenantId, identity.value, rule, trace)
  if (!found.ok) return found
  const person = found.value
  if (person === null || person.state !== 'active' || isLocked(person, ports.clock.now()))
    return failed(ports, tenantId, person, refuse('sign-on-unlinked'), trace)
  const { personId } = person
  const recorded = await recordAccess(
    ports,
    { tenantId, personId, action: 'sign-in', result: 'done', reason: 'sign-on' },
    trace,
  )
  if (!recorded.ok) return recorded
  return openSession(ports, person, { method: 'sign-on', isComplete: !hasSecondFactor(person) }, back.replacing)
}

async function findLinked(
  ports: PeoplePorts,
  tenantId: TenantId,
  identity: SignOnIdentity,
  rule: SignOnRule,
  trace: Trace,
): Promise<PeopleAnswer<Person | null>> {
  const link = { issuer: identity.issuer, subject: identity.subject }
  const linked = await ports.people.personBySignOn(tenantId, link)
  if (!linked.ok || linked.value !== null) return linked
  const named = await findNamed(ports, tenantId, identity, rule)
  if (!named.ok || named.value === null) return named
  const { personId } = named.value
  const changed = await changePerson(ports, tenantId, personId, (now) => {
    const isElsewhere = now.signOns.some((known) => known.issuer === link.issuer)
    if (isElsewhere || now.state !== 'active') return accepted({ person: null, value: null })
    const person = { ...now, signOns: [...now.signOns, link] }
    return accepted({ person, value: person })
  })
  if (!changed.ok || changed.value === null) return changed
  const recorded = await recordAccess(ports, { tenantId, personId, action: 'sign-on-link', result: 'done' }, trace)
  return recorded.ok ? changed : recorded
}

/** Null where the claim names nobody, or more than one. A person linked to one subject of the issuer is never taken over by another. */
async function findNamed(
  ports: PeoplePorts,
  tenantId: TenantId,
  { claims }: SignOnIdentity,
  rule: SignOnRule,
): Promise<PeopleAnswer<Person | null>> {
  const claim = claims[rule.claim]
  if (typeof claim !== 'string' || claim === '') return accepted(null)
  if (rule.names === 'username') {
    const username = parseUsername(claim)
    return username === null ? accepted(null) : ports.people.personByUsername(tenantId, username)
  }
  if (claims['email_verified'] !== true) return accepted(null)
  const people = await ports.people.peopleByEmail(tenantId, claim)
  if (!people.ok) return people
  const [first, second] = people.value
  return accepted(first !== undefined && second === undefined ? first : null)
}

async function failed(
  ports: PeoplePorts,
  tenantId: TenantId,
  person: Person | null,
  refusal: ReturnType<typeof refuse>,
  trace: Trace,
): Promise<PeopleAnswer<never>> {
  const recorded = await recordAccess(
    ports,
    {
      tenantId,
      personId: person?.personId ?? null,
      action: 'sign-in',
      result: 'failed',
      reason: refusal.refusal.code,
    },
    trace,
  )
  return recorded.ok ? refusal : recorded
}

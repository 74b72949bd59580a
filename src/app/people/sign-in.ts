import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { Person } from '../ports/person-store.ts'
import { changePerson } from './change-person.ts'
import { judgeSignIn, type SignInVerdict } from './judge-sign-in.ts'
import { openSession, type OpenedSession } from './open-session.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess, type AccessAction } from './record-access.ts'
import { parseUsername } from './username.ts'

/** `code` is null where the form did not ask for one; `replacing` is the session that the browser had, which ends. */
export interface SignInRequest {
  readonly tenantId: TenantId
  readonly username: string
  readonly password: string
  readonly code: string | null
  readonly replacing: string | null
}

/**
 * By password, with the one-time code where there is one. Who has a second factor and gave no code gets a session that
 * owes it. All failures look alike and take as long: one hashing, one write of who or what failed, one entry in the log. Only a
 * district that is not there or is suspended, which is no secret, answers at once; nothing was tried that a log should tell.
 */
export async function signIn(
  ports: PeoplePorts,
  request: SignInRequest,
  trace: Trace,
): Promise<PeopleAnswer<OpenedSession>> {
  const { tenantId, replacing } = request
  const tenant = await ports.people.tenant(tenantId)
  if (!tenant.ok) return tenant
  if (tenant.value === null) return refuse('sign-in-failed')
  if (tenant.value.state === 'suspended') return refuse('tenant-suspended', tenant.value.name)
  const tried = await tryPassword(ports, { ...request, password: request.password.slice(0, LONGEST) })
  if (!tried.ok) return tried
  const { personId, verdict } = tried.value
  const write = (action: AccessAction, result: 'done' | 'failed', reason: string | null) =>
    recordAccess(ports, { tenantId, personId, action, result, reason }, trace)
  switch (verdict.kind) {
    case 'passed': {
      const { isComplete, person } = verdict
      const recorded = await write('sign-in', 'done', isComplete ? null : 'second-factor-owed')
      return recorded.ok ? openSession(ports, person, { method: 'password', isComplete }, replacing) : recorded
    }
    case 'charged': {
      const recorded = await write('sign-in', 'failed', verdict.reason)
      if (!recorded.ok) return recorded
      const locked = verdict.locks ? await write('account-lock', 'done', null) : recorded
      return locked.ok ? refuse('sign-in-failed') : locked
    }
    case 'uncharged': {
      const counted = await ports.people.countUncharged(tenantId)
      if (!counted.ok) return counted
      const recorded = await write('sign-in', 'failed', verdict.reason)
      return recorded.ok ? refuse('sign-in-failed') : recorded
    }
    default:
      return unreachable(verdict)
  }
}

/** Longer than any password that the rules let somebody set. */
const LONGEST = 1_000
const TRIES = 3

interface Tried {
  readonly personId: PersonId | null
  readonly verdict: Exclude<SignInVerdict, { readonly kind: 'moved' }>
}

async function tryPassword(ports: PeoplePorts, request: SignInRequest): Promise<PeopleAnswer<Tried>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await findPerson(ports, request)
    if (!found.ok) return found
    const person = found.value
    if (person === null || person.password === null) {
      await ports.hasher.waste(request.password)
      const reason = person === null ? 'person-unknown' : 'password-missing'
      return accepted({ personId: person?.personId ?? null, verdict: { kind: 'uncharged', reason } })
    }
    const { personId } = person
    const { hash } = person.password
    const isRight = await ports.hasher.matches(hash, request.password)
    const judged = await changePerson(ports, request.tenantId, personId, (current) =>
      judgeSignIn(ports, current, { hash, isRight, code: request.code }),
    )
    if (!judged.ok) return judged
    const verdict = judged.value
    if (verdict.kind === 'moved') continue
    if (verdict.kind === 'passed' && ports.hasher.isOutdated(hash)) {
      const rehashed = await rehash(ports, verdict.person, request.password)
      if (!rehashed.ok) return rehashed
    }
    return accepted({ personId, verdict })
  }
  return refuse('person-changed')
}

function findPerson(ports: PeoplePorts, { tenantId, username }: SignInRequest): Promise<PeopleAnswer<Person | null>> {
  return ports.people.personByUsername(tenantId, parseUsername(username) ?? '')
}

/** The effort asked for grew since: now, that the password is at hand, is the time. */
async function rehash(ports: PeoplePorts, person: Person, password: string): Promise<PeopleAnswer<null>> {
  const old = person.password?.hash
  const hash = await ports.hasher.hash(password)
  return changePerson(ports, person.tenantId, person.personId, (now) =>
    accepted({
      person:
        now.password !== null && now.password.hash === old ? { ...now, password: { ...now.password, hash } } : null,
      value: null,
    }),
  )
}

import { secondsBetween } from '../../core/kernel/elapsed.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Person } from '../ports/person-store.ts'
import { changePerson, type PersonChange } from './change-person.ts'
import { afterFailure, afterSuccess, isLocked } from './lockout.ts'
import { ONE_TIME_DAYS } from './one-time-password.ts'
import { openSession, type OpenedSession } from './open-session.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { hasSecondFactor } from './standing.ts'
import { useCode } from './use-code.ts'
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
 * owes it. All failures look alike and take as long.
 */
export async function signIn(
  ports: PeoplePorts,
  request: SignInRequest,
  trace: Trace,
): Promise<PeopleAnswer<OpenedSession>> {
  const { tenantId, code, replacing } = request
  const found = await findPerson(ports, request)
  if (!found.ok) return found
  if (found.value === 'no-tenant') return refuse('sign-in-failed')
  const person = found.value
  const known = person?.state === 'active' ? person.password : null
  const password = request.password.slice(0, 1_000)
  const isRight = known === null ? await wasted(ports, password) : await ports.hasher.matches(known.hash, password)
  if (person === null || known === null) {
    const recorded = await recordAccess(
      ports,
      { tenantId, personId: person?.personId ?? null, action: 'sign-in', result: 'failed', reason: reasonOf(person) },
      trace,
    )
    return recorded.ok ? refuse('sign-in-failed') : recorded
  }
  const judged = await changePerson(ports, tenantId, person.personId, (now) =>
    judge(ports, now, isRight && now.password?.hash === known.hash, code),
  )
  if (!judged.ok) return judged
  const { verdict, isNowLocked } = judged.value
  const failed = verdict === 'complete' || verdict === 'second-factor-owed' ? null : verdict
  const recorded = await recordAccess(
    ports,
    {
      tenantId,
      personId: person.personId,
      action: 'sign-in',
      result: failed === null ? 'done' : 'failed',
      reason: verdict === 'complete' ? null : verdict,
    },
    trace,
  )
  if (!recorded.ok) return recorded
  if (isNowLocked) {
    const locked = await recordAccess(
      ports,
      { tenantId, personId: person.personId, action: 'account-lock', result: 'done' },
      trace,
    )
    if (!locked.ok) return locked
  }
  if (failed !== null) return refuse('sign-in-failed')
  if (ports.hasher.isOutdated(known.hash)) {
    const rehashed = await rehash(ports, person, password)
    if (!rehashed.ok) return rehashed
  }
  return openSession(ports, judged.value.person, { method: 'password', isComplete: verdict === 'complete' }, replacing)
}

type Verdict =
  | 'complete'
  | 'second-factor-owed'
  | 'password-wrong'
  | 'second-factor-wrong'
  | 'password-over'
  | 'account-locked'
  | 'account-disabled'

interface Judged {
  readonly verdict: Verdict
  readonly isNowLocked: boolean
  readonly person: Person
}

/** Everything is weighed again on the person as stored at this moment: hashing took a while. */
function judge(
  ports: PeoplePorts,
  person: Person,
  isRight: boolean,
  code: string | null,
): PeopleAnswer<PersonChange<Judged>> {
  const now = ports.clock.now()
  const stay = (verdict: Verdict) => accepted({ person: null, value: { verdict, isNowLocked: false, person } })
  const fail = (verdict: Verdict) => {
    const next = afterFailure(person, now)
    return accepted({ person: next, value: { verdict, isNowLocked: isLocked(next, now), person: next } })
  }
  const pass = (from: Person) => {
    const next = afterSuccess(from)
    return accepted({
      person: next === person ? null : next,
      value: { verdict: 'complete' as const, isNowLocked: false, person: next },
    })
  }
  if (isLocked(person, now)) return stay('account-locked')
  if (person.state !== 'active') return stay('account-disabled')
  if (!isRight) return fail('password-wrong')
  if (isOneTimeOver(person, now)) return stay('password-over')
  if (!hasSecondFactor(person)) return pass(person)
  if (code === null) return stay('second-factor-owed')
  const used = useCode(ports, person, code)
  return used === null ? fail('second-factor-wrong') : pass(used)
}

function isOneTimeOver({ password }: Person, now: Timestamp): boolean {
  return password?.mustChange === true && secondsBetween(password.setAt, now) >= ONE_TIME_DAYS * 86_400
}

async function findPerson(
  ports: PeoplePorts,
  request: SignInRequest,
): Promise<PeopleAnswer<Person | null | 'no-tenant'>> {
  const tenant = await ports.people.tenant(request.tenantId)
  if (!tenant.ok) return tenant
  if (tenant.value === null) {
    await ports.hasher.waste(request.password.slice(0, 1_000))
    return accepted('no-tenant')
  }
  const username = parseUsername(request.username)
  return username === null ? accepted(null) : ports.people.personByUsername(request.tenantId, username)
}

async function wasted(ports: PeoplePorts, password: string): Promise<false> {
  await ports.hasher.waste(password)
  return false
}

function reasonOf(person: Person | null): string {
  if (person === null) return 'person-unknown'
  return person.state === 'active' ? 'password-missing' : 'account-disabled'
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

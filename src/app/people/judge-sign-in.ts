import { secondsBetween } from '../../core/kernel/elapsed.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Person } from '../ports/person-store.ts'
import type { PersonChange } from './change-person.ts'
import { afterFailure, afterSuccess, isLocked } from './lockout.ts'
import { ONE_TIME_DAYS } from './one-time-password.ts'
import type { PeoplePorts } from './people-ports.ts'
import type { PeopleAnswer } from './people-refusals.ts'
import { hasSecondFactor } from './standing.ts'
import { useCode } from './use-code.ts'

/** What a sign-in comes to. `charged` failures count towards the lock; `locks` is the one that reached it. */
export type SignInVerdict =
  | { readonly kind: 'passed'; readonly isComplete: boolean; readonly person: Person }
  | { readonly kind: 'charged'; readonly reason: string; readonly locks: boolean }
  | { readonly kind: 'uncharged'; readonly reason: string }
  /** The password was changed while it was compared: compare again. */
  | { readonly kind: 'moved' }

/** What was found by comparing the given password with the hash. */
export interface Compared {
  readonly hash: string
  readonly isRight: boolean
  readonly code: string | null
}

/** Weighs everything on the person as stored at this moment: hashing took a while, and others were trying too. */
export function judgeSignIn(
  ports: Pick<PeoplePorts, 'clock' | 'codes'>,
  person: Person,
  { hash, isRight, code }: Compared,
): PeopleAnswer<PersonChange<SignInVerdict>> {
  const now = ports.clock.now()
  if (person.password?.hash !== hash) return stay({ kind: 'moved' })
  if (person.state !== 'active') return stay({ kind: 'uncharged', reason: 'account-disabled' })
  if (isLocked(person, now)) return stay({ kind: 'uncharged', reason: 'account-locked' })
  if (!isRight) return charge(person, now, 'password-wrong')
  if (isOneTimeOver(person, now)) return charge(person, now, 'password-over')
  if (!hasSecondFactor(person)) return pass(person, person)
  if (code === null) return stay({ kind: 'passed', isComplete: false, person })
  const used = useCode(ports, person, code)
  return used === null ? charge(person, now, 'second-factor-wrong') : pass(person, used)
}

function stay(value: SignInVerdict): PeopleAnswer<PersonChange<SignInVerdict>> {
  return accepted({ person: null, value })
}

function charge(person: Person, now: Timestamp, reason: string): PeopleAnswer<PersonChange<SignInVerdict>> {
  const next = afterFailure(person, now)
  return accepted({ person: next, value: { kind: 'charged', reason, locks: isLocked(next, now) } })
}

function pass(before: Person, after: Person): PeopleAnswer<PersonChange<SignInVerdict>> {
  const person = afterSuccess(after)
  return accepted({ person: person === before ? null : person, value: { kind: 'passed', isComplete: true, person } })
}

function isOneTimeOver({ password }: Person, now: Timestamp): boolean {
  return password?.mustChange === true && secondsBetween(password.setAt, now) >= ONE_TIME_DAYS * 86_400
}

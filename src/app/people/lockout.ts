import { plusSeconds } from '../../core/kernel/elapsed.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Person } from '../ports/person-store.ts'

const FAILURES_TO_LOCK = 5
const LOCK_SECONDS = 30 * 60

export function isLocked(person: Person, now: Timestamp): boolean {
  return person.lockedUntil !== null && now < person.lockedUntil
}

/** A wrong password or a wrong code. While locked nothing is counted: who keeps trying does not keep the owner out for longer. */
export function afterFailure(person: Person, now: Timestamp): Person {
  if (isLocked(person, now)) return person
  const failures = person.failures + 1
  return failures < FAILURES_TO_LOCK
    ? { ...person, failures, lockedUntil: null }
    : { ...person, failures: 0, lockedUntil: plusSeconds(now, LOCK_SECONDS) }
}

/**
 * Signed in wholly. A right password whose second factor is still owed is no success: it would let who knows the
 * password guess codes without end.
 */
export function afterSuccess(person: Person): Person {
  return person.failures === 0 && person.lockedUntil === null ? person : { ...person, failures: 0, lockedUntil: null }
}

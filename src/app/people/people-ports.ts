import type { AccessLog } from '../ports/access-log.ts'
import type { Clock } from '../ports/clock.ts'
import type { OneTimeCodes } from '../ports/one-time-codes.ts'
import type { PasswordHasher } from '../ports/password-hasher.ts'
import type { PeopleStore } from '../ports/people-store.ts'
import type { Secrets } from '../ports/secrets.ts'

/** What everything about accounts is done with. */
export interface PeoplePorts {
  readonly people: PeopleStore
  readonly accessLog: AccessLog
  readonly clock: Clock
  readonly secrets: Secrets
  readonly hasher: PasswordHasher
  readonly codes: OneTimeCodes
}

/** Where a request came from, for the access log. */
export interface Trace {
  readonly requestId: string | null
  readonly address: string | null
}

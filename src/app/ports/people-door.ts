import type { AccessLog } from './access-log.ts'
import type { PasswordHasher } from './password-hasher.ts'
import type { PeopleStore } from './people-store.ts'
import type { Secrets } from './secrets.ts'

/** The people of a data folder, for what is done at the machine itself. */
export interface PeopleDoor {
  readonly people: PeopleStore
  readonly accessLog: AccessLog
  readonly hasher: PasswordHasher
  readonly secrets: Secrets
  readonly close: () => Promise<void>
}

import type { Actor } from '../app/people/actor.ts'
import type { AnswerStore } from '../app/ports/answer-store.ts'
import type { Clock } from '../app/ports/clock.ts'
import type { Secrets } from '../app/ports/secrets.ts'
import type { Outcome } from '../core/kernel/outcome.ts'
import type { ProblemCode } from './problem.ts'
import type { ServerSettings } from './server-settings.ts'

/** What the server needs from whoever builds it: ports and settings, nothing that listens. */
export interface ServerParts {
  readonly settings: ServerSettings
  readonly clock: Clock
  readonly secrets: Secrets
  readonly answers: AnswerStore
  readonly identify: Identify
  readonly noteAccess: NoteAccess
}

/** What a request shows of who sends it. */
export interface Credential {
  readonly kind: 'session' | 'token'
  readonly text: string
}

/** Who asks. `owes` is what must come before anything else: a second factor, a password of one's own. */
export interface Asker {
  readonly actor: Actor
  readonly credential: Credential
  readonly owes: 'nothing' | 'second-factor' | 'new-password'
}

export type Identify = (credential: Credential) => Promise<Outcome<Asker, ProblemCode>>

/** One line of the access log, of somebody who is known. */
export interface AccessNote {
  readonly actor: Actor
  readonly action: string
  readonly result: 'done' | 'refused' | 'failed'
  readonly reason: string | null
  readonly subject: string | null
  readonly requestId: string
  readonly address: string
}

export type NoteAccess = (note: AccessNote) => Promise<void>

import type { PeoplePorts } from '../app/people/people-ports.ts'
import type { PeopleAnswer } from '../app/people/people-refusals.ts'
import { resolveApiToken } from '../app/people/resolve-api-token.ts'
import { resolveSession } from '../app/people/resolve-session.ts'
import { accepted } from '../core/kernel/outcome.ts'
import type { Asker, Credential } from './server-parts.ts'

/** Whom a session's cookie or an API token stands for. */
export async function identify(people: PeoplePorts, credential: Credential): Promise<PeopleAnswer<Asker>> {
  if (credential.kind === 'token') {
    const actor = await resolveApiToken(people, credential.text)
    return actor.ok ? accepted({ actor: actor.value, credential, standing: 'full' }) : actor
  }
  const resolved = await resolveSession(people, credential.text)
  if (!resolved.ok) return resolved
  const { actor, standing } = resolved.value
  return accepted({ actor, credential, standing })
}

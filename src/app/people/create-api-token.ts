import { plusSeconds } from '../../core/kernel/elapsed.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { parseTimestamp } from '../../core/kernel/timestamp.ts'
import type { Actor } from './actor.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { newToken } from './tenant-token.ts'
import { ACTIONS, may, type Action } from './who-may.ts'

const MOST_DAYS = 366

/** What no program does in somebody's place: the own account, other people's accounts, other tokens. */
const IN_PERSON: ReadonlySet<Action> = new Set(['account.own', 'person.manage', 'token.manage'])

export interface NewApiToken {
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: string
}

/** `token` is told once; the store keeps its digest. */
export interface CreatedApiToken {
  readonly tokenId: string
  readonly token: string
}

/** For a program of the actor's own, limited to what the actor may; only out of a whole session, never by another token. */
export async function createApiToken(
  ports: PeoplePorts,
  actor: Actor,
  given: NewApiToken,
  trace: Trace,
): Promise<PeopleAnswer<CreatedApiToken>> {
  if (actor.scopes !== null) return refuse('session-needed')
  const name = given.name.trim()
  if (!/^[^\p{Cc}]{1,100}$/u.test(name)) return refuse('token-name-missing')
  if (given.scopes.length === 0) return refuse('token-scopes-missing')
  const scopes = [...new Set(given.scopes)].sort()
  const beyond = scopes.find((scope) => !isAction(scope) || IN_PERSON.has(scope) || !may(actor, scope, null))
  if (beyond !== undefined) return refuse('token-scope-beyond', beyond)
  const now = ports.clock.now()
  const latest = plusSeconds(now, MOST_DAYS * 86_400)
  const expiresAt = parseTimestamp(given.expiresAt)
  if (expiresAt === null || expiresAt <= now || expiresAt > latest) return refuse('token-expiry-wrong', latest)
  const { tenantId, personId } = actor
  const { text, digest } = newToken(ports, tenantId)
  const tokenId = ports.secrets.id()
  const recorded = await recordAccess(
    ports,
    { tenantId, personId, action: 'token-create', result: 'done', subject: tokenId },
    trace,
  )
  if (!recorded.ok) return recorded
  const added = await ports.people.addApiToken({
    tenantId,
    tokenId,
    tokenDigest: digest,
    ownerId: personId,
    name,
    scopes,
    createdAt: now,
    expiresAt,
    revokedAt: null,
    lastUsedAt: null,
  })
  return added.ok ? accepted({ tokenId, token: text }) : added
}

export function isAction(text: string): text is Action {
  return (ACTIONS as readonly string[]).includes(text)
}

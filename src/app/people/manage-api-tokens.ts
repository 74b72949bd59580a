import { accepted } from '../../core/kernel/outcome.ts'
import type { ApiToken } from '../ports/api-token-store.ts'
import type { Actor } from './actor.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { may } from './who-may.ts'

export type ApiTokenView = Omit<ApiToken, 'tokenDigest' | 'tenantId'>

/** The actor's own; an administrator's list has everybody's. */
export async function listApiTokens(ports: PeoplePorts, actor: Actor): Promise<PeopleAnswer<readonly ApiTokenView[]>> {
  if (actor.scopes !== null) return refuse('session-needed')
  const owner = may(actor, 'token.manage', null) ? null : actor.personId
  const tokens = await ports.people.apiTokens(actor.tenantId, owner)
  return tokens.ok ? accepted(tokens.value.map(viewToken)) : tokens
}

/** The actor's own; an administrator anybody's. */
export async function revokeApiToken(
  ports: PeoplePorts,
  actor: Actor,
  tokenId: string,
  trace: Trace,
): Promise<PeopleAnswer<null>> {
  if (actor.scopes !== null) return refuse('session-needed')
  const { tenantId, personId } = actor
  const owner = may(actor, 'token.manage', null) ? null : personId
  const revoked = await ports.people.revokeApiToken(tenantId, tokenId, owner, ports.clock.now())
  if (!revoked.ok) return revoked
  if (revoked.value === 'unknown') return refuse('token-unknown')
  return recordAccess(ports, { tenantId, personId, action: 'token-revoke', result: 'done', subject: tokenId }, trace)
}

function viewToken(token: ApiToken): ApiTokenView {
  const { tokenId, ownerId, name, scopes, createdAt, expiresAt, revokedAt, lastUsedAt } = token
  return { tokenId, ownerId, name, scopes, createdAt, expiresAt, revokedAt, lastUsedAt }
}

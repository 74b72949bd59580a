import { secondsBetween } from '../../core/kernel/elapsed.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from './actor.ts'
import { isAction } from './create-api-token.ts'
import type { PeoplePorts } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { actorOf } from './resolve-session.ts'
import { readToken } from './tenant-token.ts'

const TOUCH_SECONDS = 60

/** Who a token acts for: its owner with the roles of today, within its scopes. Its use is marked at most once a minute, where that can be written. */
export async function resolveApiToken(ports: PeoplePorts, text: string): Promise<PeopleAnswer<Actor>> {
  const read = readToken(ports, text)
  if (read === null) return refuse('token-invalid')
  const found = await ports.people.apiToken(read.tenantId, read.digest)
  if (!found.ok) return found
  const token = found.value
  const now = ports.clock.now()
  if (token === null || token.revokedAt !== null || now >= token.expiresAt) return refuse('token-invalid')
  const owner = await ports.people.person(read.tenantId, token.ownerId)
  if (!owner.ok) return owner
  if (owner.value === null || owner.value.state !== 'active') return refuse('token-invalid')
  const tenant = await ports.people.tenant(read.tenantId)
  if (!tenant.ok) return tenant
  if (tenant.value === null || tenant.value.state !== 'active') return refuse('token-invalid')
  if (token.lastUsedAt === null || secondsBetween(token.lastUsedAt, now) >= TOUCH_SECONDS)
    await ports.people.touchApiToken(read.tenantId, token.tokenId, now)
  return accepted(actorOf(owner.value, token.scopes.filter(isAction)))
}

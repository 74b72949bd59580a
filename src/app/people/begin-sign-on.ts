import { plusSeconds } from '../../core/kernel/elapsed.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { SignOnFaultCode, SignOnProvider } from '../ports/sign-on-provider.ts'
import type { PeoplePorts } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { newToken } from './tenant-token.ts'

export const ATTEMPT_SECONDS = 10 * 60

/** `attempt` goes into a cookie of this browser (SameSite=Lax), `url` is where the browser goes. */
export interface BegunSignOn {
  readonly attempt: string
  readonly url: string
}

export async function beginSignOn(
  ports: PeoplePorts,
  tenantId: TenantId,
  provider: SignOnProvider,
): Promise<PeopleAnswer<BegunSignOn>> {
  const tenant = await ports.people.tenant(tenantId)
  if (!tenant.ok) return tenant
  if (tenant.value === null) return refuse('sign-on-unavailable')
  if (tenant.value.state === 'suspended') return refuse('tenant-suspended', tenant.value.name)
  const begun = await provider.begin()
  if (!begun.ok) return signOnFault(begun.refusal.code)
  const { url, state, nonce, codeVerifier } = begun.value
  const token = newToken(ports, tenantId)
  const expiresAt = plusSeconds(ports.clock.now(), ATTEMPT_SECONDS)
  const added = await ports.people.addSignOnAttempt({
    tenantId,
    tokenDigest: token.digest,
    state,
    nonce,
    codeVerifier,
    expiresAt,
  })
  return added.ok ? accepted({ attempt: token.text, url }) : added
}

export function signOnFault(code: SignOnFaultCode) {
  return code === 'sign-on-unreachable' ? refuse('sign-on-unreachable') : refuse('sign-on-rejected')
}

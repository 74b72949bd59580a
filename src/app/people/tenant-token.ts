import { parseId, type TenantId } from '../../core/kernel/identifiers.ts'
import type { PeoplePorts } from './people-ports.ts'

/** A session's, an API token's or an attempt's text: `tenant.secret`. Whoever looks it up knows in which district to look. */
export interface TenantToken {
  readonly tenantId: TenantId
  readonly digest: string
}

export function newToken(
  ports: Pick<PeoplePorts, 'secrets'>,
  tenantId: TenantId,
): TenantToken & { readonly text: string } {
  const text = `${tenantId}.${ports.secrets.token()}`
  return { text, tenantId, digest: ports.secrets.digest(text) }
}

/** Null where the text cannot be one. */
export function readToken(ports: Pick<PeoplePorts, 'secrets'>, text: string): TenantToken | null {
  if (text.length > 400) return null
  const dot = text.lastIndexOf('.')
  const tenantId = parseId<TenantId>(text.slice(0, Math.max(dot, 0)))
  return tenantId === null || text.length < dot + 20 ? null : { tenantId, digest: ports.secrets.digest(text) }
}

import type { ApiToken, ApiTokenStore } from '../../app/ports/api-token-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'

export function memoryApiTokens(): ApiTokenStore {
  const tokens: ApiToken[] = []
  const change = (isMeant: (token: ApiToken) => boolean, changed: (token: ApiToken) => ApiToken): boolean => {
    const at = tokens.findIndex(isMeant)
    const token = tokens[at]
    if (token === undefined) return false
    tokens[at] = changed(token)
    return true
  }
  return {
    addApiToken: async (token) => {
      tokens.push(token)
      return accepted(null)
    },
    apiToken: async (tenantId, tokenDigest) =>
      accepted(tokens.find((token) => token.tenantId === tenantId && token.tokenDigest === tokenDigest) ?? null),
    apiTokens: async (tenantId, ownerId) =>
      accepted(
        tokens
          .filter((token) => token.tenantId === tenantId && (ownerId === null || token.ownerId === ownerId))
          .sort((a, b) =>
            a.createdAt === b.createdAt ? (a.tokenId < b.tokenId ? -1 : 1) : a.createdAt < b.createdAt ? 1 : -1,
          ),
      ),
    revokeApiToken: async (tenantId, tokenId, ownerId, at) =>
      accepted(
        change(
          (token) =>
            token.tenantId === tenantId && token.tokenId === tokenId && (ownerId === null || token.ownerId === ownerId),
          (token) => ({ ...token, revokedAt: token.revokedAt ?? at }),
        )
          ? 'revoked'
          : 'unknown',
      ),
    touchApiToken: async (tenantId, tokenId, usedAt) => {
      change(
        (token) => token.tenantId === tenantId && token.tokenId === tokenId,
        (token) => ({ ...token, lastUsedAt: usedAt }),
      )
      return accepted(null)
    },
  }
}

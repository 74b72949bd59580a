import type { ApiToken, ApiTokenStore } from '../../app/ports/api-token-store.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp, type Timestamp } from '../../core/kernel/timestamp.ts'
import type { Database } from '../sqlite/open-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { textOf, textOrNull, type SqlRow } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'

export function sqliteApiTokens(database: Database): ApiTokenStore {
  const insert = prepare(
    database,
    `INSERT INTO api_token (tenant_id, token_id, token_digest, owner_id, name, scopes, created_at, expires_at,
       revoked_at, last_used_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const select = prepare(database, 'SELECT * FROM api_token WHERE tenant_id = ? AND token_digest = ?', tokenOf)
  const list = prepare(
    database,
    `SELECT * FROM api_token WHERE tenant_id = ? AND (? IS NULL OR owner_id = ?)
     ORDER BY created_at DESC, token_id`,
    tokenOf,
  )
  const revoke = prepare(
    database,
    `UPDATE api_token SET revoked_at = coalesce(revoked_at, ?)
     WHERE tenant_id = ? AND token_id = ? AND (? IS NULL OR owner_id = ?)`,
  )
  const touch = prepare(database, 'UPDATE api_token SET last_used_at = ? WHERE tenant_id = ? AND token_id = ?')
  return {
    addApiToken: async (token) =>
      guarded(database.path, () => {
        const { tenantId, tokenId, tokenDigest, ownerId, name, scopes, createdAt, expiresAt } = token
        const list = JSON.stringify(scopes)
        const { revokedAt, lastUsedAt } = token
        insert.run(tenantId, tokenId, tokenDigest, ownerId, name, list, createdAt, expiresAt, revokedAt, lastUsedAt)
        return null
      }),
    apiToken: async (tenantId, tokenDigest) => guarded(database.path, () => select.get(tenantId, tokenDigest)),
    apiTokens: async (tenantId, ownerId) => guarded(database.path, () => list.all(tenantId, ownerId, ownerId)),
    revokeApiToken: async (tenantId, tokenId, ownerId, at) =>
      guarded(database.path, () => (revoke.run(at, tenantId, tokenId, ownerId, ownerId) === 1 ? 'revoked' : 'unknown')),
    touchApiToken: async (tenantId, tokenId, usedAt) =>
      guarded(database.path, () => {
        touch.run(usedAt, tenantId, tokenId)
        return null
      }),
  }
}

function tokenOf(row: SqlRow): ApiToken {
  return {
    tenantId: id(textOf(row, 'tenant_id')),
    tokenId: textOf(row, 'token_id'),
    tokenDigest: textOf(row, 'token_digest'),
    ownerId: id(textOf(row, 'owner_id')),
    name: textOf(row, 'name'),
    scopes: JSON.parse(textOf(row, 'scopes')) as readonly string[],
    createdAt: timestamp(textOf(row, 'created_at')),
    expiresAt: timestamp(textOf(row, 'expires_at')),
    revokedAt: timeOrNull(row, 'revoked_at'),
    lastUsedAt: timeOrNull(row, 'last_used_at'),
  }
}

function timeOrNull(row: SqlRow, column: string): Timestamp | null {
  const text = textOrNull(row, column)
  return text === null ? null : timestamp(text)
}

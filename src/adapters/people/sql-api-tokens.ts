import type { ApiToken, ApiTokenStore } from '../../app/ports/api-token-store.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp, type Timestamp } from '../../core/kernel/timestamp.ts'
import { textOf, textOrNull, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'

const INSERT = command(
  `INSERT INTO api_token (tenant_id, token_id, token_digest, owner_id, name, scopes, created_at, expires_at,
     revoked_at, last_used_at)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)
const FIND = query('SELECT * FROM api_token WHERE tenant_id = ? AND token_digest = ?', tokenOf)
const LIST = query(
  `SELECT * FROM api_token WHERE tenant_id = ? AND (CAST(? AS TEXT) IS NULL OR owner_id = ?)
   ORDER BY created_at DESC, token_id`,
  tokenOf,
)
const REVOKE = command(
  `UPDATE api_token SET revoked_at = coalesce(revoked_at, ?)
   WHERE tenant_id = ? AND token_id = ? AND (CAST(? AS TEXT) IS NULL OR owner_id = ?)`,
)
const TOUCH = command('UPDATE api_token SET last_used_at = ? WHERE tenant_id = ? AND token_id = ?')

export function sqlApiTokens(database: SqlDatabase): ApiTokenStore {
  return {
    addApiToken: async (token) =>
      database.ask(async (sql) => {
        const { tenantId, tokenId, tokenDigest, ownerId, name, createdAt, expiresAt, revokedAt, lastUsedAt } = token
        const scopes = JSON.stringify(token.scopes)
        const times = [createdAt, expiresAt, revokedAt, lastUsedAt]
        await sql.run(INSERT, tenantId, tokenId, tokenDigest, ownerId, name, scopes, ...times)
        return null
      }),
    apiToken: async (tenantId, tokenDigest) => database.ask((sql) => sql.get(FIND, tenantId, tokenDigest)),
    apiTokens: async (tenantId, ownerId) => database.ask((sql) => sql.all(LIST, tenantId, ownerId, ownerId)),
    revokeApiToken: async (tenantId, tokenId, ownerId, at) =>
      database.ask(async (sql) =>
        (await sql.run(REVOKE, at, tenantId, tokenId, ownerId, ownerId)) === 1 ? 'revoked' : 'unknown',
      ),
    touchApiToken: async (tenantId, tokenId, usedAt) =>
      database.ask(async (sql) => {
        await sql.run(TOUCH, usedAt, tenantId, tokenId)
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

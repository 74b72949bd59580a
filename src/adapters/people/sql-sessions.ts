import type { Session, SessionStore, SignOnAttempt } from '../../app/ports/session-store.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { integerOf, oneOf, textOf, type SqlRow, type SqlValue } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'

const INSERT = command(
  `INSERT INTO session (tenant_id, token_digest, person_id, method, created_at, last_seen_at, expires_at, is_complete)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
)
const FIND = query('SELECT * FROM session WHERE tenant_id = ? AND token_digest = ?', sessionOf)
/** One row becomes the other: of two that replace the same session, one finds it. */
const REPLACE = command(
  `UPDATE session SET tenant_id = ?, token_digest = ?, person_id = ?, method = ?, created_at = ?, last_seen_at = ?,
     expires_at = ?, is_complete = ?
   WHERE tenant_id = ? AND token_digest = ?`,
)
const TOUCH = command(
  'UPDATE session SET last_seen_at = ? WHERE tenant_id = ? AND token_digest = ? AND last_seen_at < ?',
)
const END = command('DELETE FROM session WHERE tenant_id = ? AND token_digest = ?')
const END_ALL = command('DELETE FROM session WHERE tenant_id = ? AND person_id = ? AND token_digest <> ?')
const SWEEP = command('DELETE FROM session WHERE expires_at <= ? OR last_seen_at < ?')
const SWEEP_ATTEMPTS = command('DELETE FROM sign_on_attempt WHERE expires_at <= ?')
const INSERT_ATTEMPT = command(
  `INSERT INTO sign_on_attempt (tenant_id, token_digest, state, nonce, code_verifier, expires_at)
   VALUES (?, ?, ?, ?, ?, ?)`,
)
const TAKE_ATTEMPT = query(
  'DELETE FROM sign_on_attempt WHERE tenant_id = ? AND token_digest = ? RETURNING *',
  attemptOf,
)

export function sqlSessions(database: SqlDatabase): SessionStore {
  return {
    addSession: async (session) =>
      database.ask(async (sql) => {
        await sql.run(INSERT, ...valuesOf(session))
        return null
      }),
    session: async (tenantId, tokenDigest) => database.ask((sql) => sql.get(FIND, tenantId, tokenDigest)),
    replaceSession: async (tenantId, endedDigest, next) =>
      database.ask(async (sql) =>
        (await sql.run(REPLACE, ...valuesOf(next), tenantId, endedDigest)) === 1 ? 'replaced' : 'gone',
      ),
    touchSession: async (tenantId, tokenDigest, seenAt) =>
      database.ask(async (sql) => {
        await sql.run(TOUCH, seenAt, tenantId, tokenDigest, seenAt)
        return null
      }),
    endSession: async (tenantId, tokenDigest) =>
      database.ask(async (sql) => (await sql.run(END, tenantId, tokenDigest)) > 0),
    endSessions: async (tenantId, personId, keptDigest) =>
      database.ask((sql) => sql.run(END_ALL, tenantId, personId, keptDigest ?? '')),
    sweepSessions: async (now, idleSince) =>
      database.ask(async (sql) => (await sql.run(SWEEP, now, idleSince)) + (await sql.run(SWEEP_ATTEMPTS, now))),
    addSignOnAttempt: async (attempt) =>
      database.ask(async (sql) => {
        const { tenantId, tokenDigest, state, nonce, codeVerifier, expiresAt } = attempt
        await sql.run(INSERT_ATTEMPT, tenantId, tokenDigest, state, nonce, codeVerifier, expiresAt)
        return null
      }),
    takeSignOnAttempt: async (tenantId, tokenDigest) =>
      database.ask((sql) => sql.get(TAKE_ATTEMPT, tenantId, tokenDigest)),
  }
}

function sessionOf(row: SqlRow): Session {
  return {
    tenantId: id(textOf(row, 'tenant_id')),
    tokenDigest: textOf(row, 'token_digest'),
    personId: id(textOf(row, 'person_id')),
    method: oneOf(row, 'method', ['password', 'sign-on']),
    createdAt: timestamp(textOf(row, 'created_at')),
    lastSeenAt: timestamp(textOf(row, 'last_seen_at')),
    expiresAt: timestamp(textOf(row, 'expires_at')),
    isComplete: integerOf(row, 'is_complete') === 1,
  }
}

function valuesOf(session: Session): readonly SqlValue[] {
  const { tenantId, tokenDigest, personId, method, createdAt, lastSeenAt, expiresAt, isComplete } = session
  return [tenantId, tokenDigest, personId, method, createdAt, lastSeenAt, expiresAt, isComplete ? 1 : 0]
}

function attemptOf(row: SqlRow): SignOnAttempt {
  return {
    tenantId: id(textOf(row, 'tenant_id')),
    tokenDigest: textOf(row, 'token_digest'),
    state: textOf(row, 'state'),
    nonce: textOf(row, 'nonce'),
    codeVerifier: textOf(row, 'code_verifier'),
    expiresAt: timestamp(textOf(row, 'expires_at')),
  }
}

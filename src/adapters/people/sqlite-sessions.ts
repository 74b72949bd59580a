import type { Session, SessionStore, SignOnAttempt } from '../../app/ports/session-store.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { transaction, type Database } from '../sqlite/open-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { integerOf, oneOf, textOf, type SqlRow, type SqlValue } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'

export function sqliteSessions(database: Database): SessionStore {
  const insert = prepare(
    database,
    `INSERT INTO session (tenant_id, token_digest, person_id, method, created_at, last_seen_at, expires_at, is_complete)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const select = prepare(database, 'SELECT * FROM session WHERE tenant_id = ? AND token_digest = ?', sessionOf)
  const touch = prepare(
    database,
    'UPDATE session SET last_seen_at = ? WHERE tenant_id = ? AND token_digest = ? AND last_seen_at < ?',
  )
  const end = prepare(database, 'DELETE FROM session WHERE tenant_id = ? AND token_digest = ?')
  const endAll = prepare(database, 'DELETE FROM session WHERE tenant_id = ? AND person_id = ? AND token_digest <> ?')
  const sweep = prepare(database, 'DELETE FROM session WHERE tenant_id = ? AND (expires_at <= ? OR last_seen_at < ?)')
  const sweepAttempts = prepare(database, 'DELETE FROM sign_on_attempt WHERE tenant_id = ? AND expires_at <= ?')
  const insertAttempt = prepare(
    database,
    `INSERT INTO sign_on_attempt (tenant_id, token_digest, state, nonce, code_verifier, expires_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const takeAttempt = prepare(
    database,
    'DELETE FROM sign_on_attempt WHERE tenant_id = ? AND token_digest = ? RETURNING *',
    attemptOf,
  )
  return {
    addSession: async (session) =>
      guarded(database.path, () => {
        insert.run(...valuesOf(session))
        return null
      }),
    session: async (tenantId, tokenDigest) => guarded(database.path, () => select.get(tenantId, tokenDigest)),
    replaceSession: async (tenantId, endedDigest, next) =>
      guarded(database.path, () =>
        transaction(database, () => {
          if (end.run(tenantId, endedDigest) === 0) return 'gone'
          insert.run(...valuesOf(next))
          return 'replaced'
        }),
      ),
    touchSession: async (tenantId, tokenDigest, seenAt) =>
      guarded(database.path, () => {
        touch.run(seenAt, tenantId, tokenDigest, seenAt)
        return null
      }),
    endSession: async (tenantId, tokenDigest) => guarded(database.path, () => end.run(tenantId, tokenDigest) > 0),
    endSessions: async (tenantId, personId, keptDigest) =>
      guarded(database.path, () => endAll.run(tenantId, personId, keptDigest ?? '')),
    sweepSessions: async (tenantId, now, idleSince) =>
      guarded(database.path, () => sweep.run(tenantId, now, idleSince) + sweepAttempts.run(tenantId, now)),
    addSignOnAttempt: async (attempt) =>
      guarded(database.path, () => {
        const { tenantId, tokenDigest, state, nonce, codeVerifier, expiresAt } = attempt
        insertAttempt.run(tenantId, tokenDigest, state, nonce, codeVerifier, expiresAt)
        return null
      }),
    takeSignOnAttempt: async (tenantId, tokenDigest) =>
      guarded(database.path, () => takeAttempt.get(tenantId, tokenDigest)),
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

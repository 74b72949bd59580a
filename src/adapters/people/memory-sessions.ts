import type { Session, SessionStore, SignOnAttempt } from '../../app/ports/session-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'

export function memorySessions(): SessionStore {
  const sessions = new Map<string, Session>()
  const attempts = new Map<string, SignOnAttempt>()
  const endWhere = (isOver: (session: Session) => boolean): number => {
    const over = [...sessions].filter(([, session]) => isOver(session))
    for (const [key] of over) sessions.delete(key)
    return over.length
  }
  return {
    addSession: async (session) => {
      sessions.set(keyOf(session.tenantId, session.tokenDigest), session)
      return accepted(null)
    },
    session: async (tenantId, tokenDigest) => accepted(sessions.get(keyOf(tenantId, tokenDigest)) ?? null),
    replaceSession: async (tenantId, endedDigest, next) => {
      if (!sessions.delete(keyOf(tenantId, endedDigest))) return accepted('gone')
      sessions.set(keyOf(next.tenantId, next.tokenDigest), next)
      return accepted('replaced')
    },
    touchSession: async (tenantId, tokenDigest, seenAt) => {
      const key = keyOf(tenantId, tokenDigest)
      const session = sessions.get(key)
      if (session !== undefined && session.lastSeenAt < seenAt) sessions.set(key, { ...session, lastSeenAt: seenAt })
      return accepted(null)
    },
    endSession: async (tenantId, tokenDigest) => accepted(sessions.delete(keyOf(tenantId, tokenDigest))),
    endSessions: async (tenantId, personId, keptDigest) =>
      accepted(
        endWhere(
          (session) =>
            session.tenantId === tenantId && session.personId === personId && session.tokenDigest !== keptDigest,
        ),
      ),
    sweepSessions: async (now, idleSince) => {
      const over = [...attempts].filter(([, attempt]) => attempt.expiresAt <= now)
      for (const [key] of over) attempts.delete(key)
      const ended = endWhere((session) => session.expiresAt <= now || session.lastSeenAt < idleSince)
      return accepted(over.length + ended)
    },
    addSignOnAttempt: async (attempt) => {
      attempts.set(keyOf(attempt.tenantId, attempt.tokenDigest), attempt)
      return accepted(null)
    },
    takeSignOnAttempt: async (tenantId, tokenDigest) => {
      const key = keyOf(tenantId, tokenDigest)
      const attempt = attempts.get(key) ?? null
      attempts.delete(key)
      return accepted(attempt)
    },
  }
}

function keyOf(tenantId: string, tokenDigest: string): string {
  return `${tenantId} ${tokenDigest}`
}

import type { Credential } from './server-parts.ts'

/** What the request shows of who sends it; `doubled` where it shows two that might disagree. */
export function readCredential(
  cookie: string | null,
  authorization: string | null,
): Credential | null | 'doubled' | 'malformed' {
  if (authorization === null) return cookie === null || cookie === '' ? null : { kind: 'session', text: cookie }
  if (cookie !== null && cookie !== '') return 'doubled'
  const text = /^Bearer ([\w.~+/=:-]{1,600})$/i.exec(authorization)?.[1]
  return text === undefined ? 'malformed' : { kind: 'token', text }
}

/** Over https the name binds the cookie to this host and to https; a bare address on plain http cannot have that. */
export function sessionCookieName(origin: string): string {
  return origin.startsWith('https://') ? '__Host-mingheng' : 'mingheng'
}

/** Of the browser that began a single sign-on. */
export function attemptCookieName(origin: string): string {
  return `${sessionCookieName(origin)}-sign-on`
}

import type { OpenedSession } from '../app/people/open-session.ts'
import { csrfTokenOf } from './check-origin.ts'
import { sessionCookieName } from './read-credential.ts'
import { answer, type Done, type SetCookie } from './route.ts'
import type { ServerParts } from './server-parts.ts'

interface SessionBody {
  readonly standing: OpenedSession['standing']
  readonly expiresAt: OpenedSession['expiresAt']
  readonly csrfToken: string
}

/** The session goes into a cookie that no script reads, its CSRF token into the answer. */
export function sessionAnswer(
  { token, standing, expiresAt }: OpenedSession,
  origin: string,
  { secrets }: ServerParts,
): Done<SessionBody> {
  return answer(
    { standing, expiresAt, csrfToken: csrfTokenOf(token, secrets) },
    { cookies: [sessionCookie(origin, token)] },
  )
}

/** Null ends it. It lives as long as the browser runs; idling and the end are the server's matter. */
export function sessionCookie(origin: string, token: string | null): SetCookie {
  return { name: sessionCookieName(origin), value: token, maxAge: null, isLax: false }
}

import type { Secrets } from '../app/ports/secrets.ts'
import type { HttpRefusalCode } from './problems/http-refusals.ts'

/** What a browser says of where a request comes from. */
export interface CrossSiteSigns {
  readonly origin: string | null
  readonly fetchSite: string | null
  readonly csrfToken: string | null
}

/**
 * Whether a write that a cookie vouches for may come from another site's page. The browser's own word is taken first; a
 * browser that says nothing still has to show the token, which only our own page can read.
 */
export function crossSiteRefusal(
  signs: CrossSiteSigns,
  ownOrigin: string,
  expectedToken: string,
): Extract<HttpRefusalCode, 'cross-site' | 'csrf-token-wrong'> | null {
  if (comesFromElsewhere(signs, ownOrigin)) return 'cross-site'
  return signs.csrfToken === expectedToken ? null : 'csrf-token-wrong'
}

/** For requests that no session vouches for yet (sign-in): the token cannot be asked for, the origin can. */
export function comesFromElsewhere(
  { origin, fetchSite }: Omit<CrossSiteSigns, 'csrfToken'>,
  ownOrigin: string,
): boolean {
  if (fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none') return true
  return origin !== null && origin !== ownOrigin
}

/** Bound to the session: another session's token, or one from before signing in, is worth nothing. */
export function csrfTokenOf(sessionText: string, secrets: Secrets): string {
  return secrets.digest(`csrf ${sessionText}`)
}

import type { FastifyRequest } from 'fastify'
import type { AboutCenter } from '../api/contract.ts'
import { refuse } from '../app/people/people-refusals.ts'
import { may } from '../app/people/who-may.ts'
import type { CenterId } from '../core/kernel/identifiers.ts'
import { comesFromElsewhere, crossSiteRefusal, csrfTokenOf } from './check-origin.ts'
import { identify } from './identify.ts'
import type { Problem } from './problem.ts'
import { httpRefusal } from './problems/http-refusals.ts'
import { readCredential, sessionCookieName } from './read-credential.ts'
import { cookieOf, headerOf, originOf } from './request-facts.ts'
import type { Route } from './route.ts'
import type { Asker, ServerParts } from './server-parts.ts'

/**
 * Who asks, and whether the contract lets him or her in, before a byte of the body is read. Sets `request.asker`. Null:
 * come in.
 */
export async function admit(request: FastifyRequest, route: Route, parts: ServerParts): Promise<Problem | null> {
  const { contract } = route
  const origin = originOf(request, parts.settings)
  const credential = readCredential(cookieOf(request, sessionCookieName(origin)), headerOf(request, 'authorization'))
  if (contract.access === 'public') return isWrite(route) ? refuseElsewhere(request, origin) : null
  if (credential === 'doubled') return httpRefusal('credentials-doubled')
  if (credential === null || credential === 'malformed') return httpRefusal('not-signed-in')

  const identified = await identify(parts.people, credential)
  if (!identified.ok) return identified.refusal
  const asker = identified.value
  request.asker = asker
  if (credential.kind === 'session' && isWrite(route)) {
    const refusal = refuseCrossSite(request, origin, credential.text, parts)
    if (refusal !== null) return refusal
  }
  if (contract.access === 'session') return null
  return may(asker.actor, contract.access, null) ? null : refusalOf(asker, route)
}

/** Whether the center that the request is about lies within the asker's reach, once the request has been checked. */
export function reaches(
  asker: Asker,
  route: Route,
  given: Readonly<Record<'params' | 'query' | 'body', unknown>>,
): boolean {
  const { access, center } = route.contract
  if (access === 'public' || access === 'session') return true
  return may(asker.actor, access, centerIn(center, given))
}

/** Why somebody may not: for what the session still owes, or for good. */
export function refusalOf({ standing }: Asker, { contract }: Route): Problem {
  switch (standing) {
    case 'second-factor-owed':
      return httpRefusal('second-factor-owed')
    case 'password-change-owed':
      return httpRefusal('new-password-owed')
    case 'enrollment-owed':
      return httpRefusal('enrollment-owed')
    case 'full':
      return refuse('forbidden', contract.summary).refusal
  }
}

function centerIn(center: AboutCenter, given: Readonly<Record<'params' | 'query' | 'body', unknown>>): CenterId | null {
  if (center === 'none' || center === 'case') return null
  const [part] = center.split('.') as ['params' | 'query' | 'body']
  return (given[part] as { readonly centerId?: CenterId }).centerId ?? null
}

function refuseElsewhere(request: FastifyRequest, origin: string): Problem | null {
  return comesFromElsewhere(signsOf(request), origin) ? httpRefusal('cross-site') : null
}

function refuseCrossSite(
  request: FastifyRequest,
  origin: string,
  session: string,
  { secrets }: ServerParts,
): Problem | null {
  const code = crossSiteRefusal(signsOf(request), origin, csrfTokenOf(session, secrets))
  return code === null ? null : httpRefusal(code)
}

function signsOf(request: FastifyRequest) {
  return {
    origin: headerOf(request, 'origin'),
    fetchSite: headerOf(request, 'sec-fetch-site'),
    csrfToken: headerOf(request, 'x-csrf-token'),
  }
}

function isWrite({ contract }: Route): boolean {
  return contract.method !== 'GET'
}

import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client'
import type {
  SignOnChallenge,
  SignOnFaultCode,
  SignOnIdentity,
  SignOnProvider,
} from '../../app/ports/sign-on-provider.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'

/** `issuer` is where the provider describes itself; `redirectUri` is this program's callback, registered there. */
export interface OpenidSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  readonly scope: string
  /** Plain HTTP is for a provider on this very machine. */
  readonly allowsPlainHttp: boolean
}

/** OpenID Connect: authorization code with PKCE, state and nonce. The provider is asked about itself at the first use, and again until it answers. */
export function openidSignOn(settings: OpenidSettings): SignOnProvider {
  let known: Promise<Configuration> | null = null
  const configuration = async (): Promise<Configuration> => {
    known ??= discover(settings)
    try {
      return await known
    } catch (error) {
      known = null
      throw error
    }
  }
  return {
    begin: () => attempted(async () => begin(await configuration(), settings)),
    complete: (callbackUrl, challenge) =>
      attempted(async () => complete(await configuration(), settings, callbackUrl, challenge)),
  }
}

const TIMEOUT_SECONDS = 10

function discover({ issuer, clientId, clientSecret, allowsPlainHttp }: OpenidSettings): Promise<Configuration> {
  return discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute: allowsPlainHttp ? [allowInsecureRequests] : [],
    timeout: TIMEOUT_SECONDS,
  })
}

async function begin(configuration: Configuration, { redirectUri, scope }: OpenidSettings) {
  const challenge: SignOnChallenge = {
    state: randomState(),
    nonce: randomNonce(),
    codeVerifier: randomPKCECodeVerifier(),
  }
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope,
    state: challenge.state,
    nonce: challenge.nonce,
    code_challenge: await calculatePKCECodeChallenge(challenge.codeVerifier),
    code_challenge_method: 'S256',
  })
  return { ...challenge, url: url.href }
}

/** The address is rebuilt on the registered one: behind a proxy the server sees another host than the browser. */
async function complete(
  configuration: Configuration,
  { redirectUri }: OpenidSettings,
  callbackUrl: string,
  { state, nonce, codeVerifier }: SignOnChallenge,
): Promise<SignOnIdentity> {
  const back = new URL(redirectUri)
  back.search = new URL(callbackUrl, redirectUri).search
  const tokens = await authorizationCodeGrant(configuration, back, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: codeVerifier,
    idTokenExpected: true,
  })
  const identity = tokens.claims()
  if (identity === undefined) throw new Error('the provider gave no ID token')
  const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined
  const more = hasUserInfo ? await fetchUserInfo(configuration, tokens.access_token, identity.sub) : {}
  return { issuer: identity.iss, subject: identity.sub, claims: plainClaims({ ...more, ...identity }) }
}

function plainClaims(claims: Readonly<Record<string, unknown>>): Readonly<Record<string, string | boolean>> {
  const plain: Record<string, string | boolean> = {}
  for (const [name, value] of Object.entries(claims))
    if (typeof value === 'string' || typeof value === 'boolean') plain[name] = value
  return plain
}

/** What the library throws: either the provider was not reached, or what it said does not hold. */
async function attempted<Value>(work: () => Promise<Value>): Promise<Outcome<Value, SignOnFaultCode>> {
  try {
    return accepted(await work())
  } catch (error) {
    if (isUnreachable(error)) return refused('sign-on-unreachable', '暂时连不上统一身份认证平台')
    return refused('sign-on-rejected', '统一身份认证平台没有确认身份')
  }
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof AuthorizationResponseError) return error.error === 'temporarily_unavailable'
  const chain = [error, error instanceof Error ? error.cause : null]
  return chain.some(
    (one) =>
      one instanceof Error && (one.message === 'fetch failed' || one.name === 'TimeoutError' || 'syscall' in one),
  )
}

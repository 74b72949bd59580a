import type { Outcome } from '../../core/kernel/outcome.ts'

export type SignOnFaultCode = 'sign-on-unreachable' | 'sign-on-rejected'

/** What must come back unchanged, and what proves that it was this browser and this program that asked. */
export interface SignOnChallenge {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** What the provider vouches for. `claims` holds those that are texts or yes/no. */
export interface SignOnIdentity {
  readonly issuer: string
  readonly subject: string
  readonly claims: Readonly<Record<string, string | boolean>>
}

/** One identity provider of a district (OpenID Connect, authorization code with PKCE). */
export interface SignOnProvider {
  /** Where to send the browser, with what has to be remembered until it comes back. */
  readonly begin: () => Promise<Outcome<SignOnChallenge & { readonly url: string }, SignOnFaultCode>>
  /** `callbackUrl` is the whole address that the browser came back with. */
  readonly complete: (
    callbackUrl: string,
    challenge: SignOnChallenge,
  ) => Promise<Outcome<SignOnIdentity, SignOnFaultCode>>
}

/** Codes of an authenticator app, which change every 30 seconds (TOTP, RFC 6238). */
export interface OneTimeCodes {
  /** In base 32, as such apps take it. */
  readonly newSecret: () => string
  /** What the app reads from a picture. */
  readonly uri: (secret: string, account: string, issuer: string) => string
  /** The time step that the code is of: the one at `epochMs` or a neighbor, since clocks differ; null where it is of none. */
  readonly stepOf: (secret: string, code: string, epochMs: number) => number | null
}

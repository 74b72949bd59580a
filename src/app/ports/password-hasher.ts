/** Passwords as something that cannot be turned back. Slow on purpose. */
export interface PasswordHasher {
  readonly hash: (password: string) => Promise<string>
  readonly matches: (hash: string, password: string) => Promise<boolean>
  /** Whether it was made with less effort than is asked for today. */
  readonly isOutdated: (hash: string) => boolean
  /** As much work as `matches`, for nothing: so that a username that nobody has takes as long as a wrong password. */
  readonly waste: (password: string) => Promise<void>
}

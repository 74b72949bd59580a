import type { Secrets } from '../app/ports/secrets.ts'

/** The proxy's id where it cannot do harm in a log or a header, otherwise one of our own. */
export function requestIdOf(given: string | readonly string[] | undefined, secrets: Secrets): string {
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : secrets.id()
}

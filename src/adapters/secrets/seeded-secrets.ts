import { createHash } from 'node:crypto'
import type { Secrets } from '../../app/ports/secrets.ts'

/** The same secrets in the same order each time: for tests and demonstrations, never for a server. */
export function seededSecrets(seed: string): Secrets {
  let drawn = 0
  const next = (): Buffer =>
    createHash('sha256')
      .update(`${seed}/${(drawn += 1)}`)
      .digest()
  return {
    token: () => next().toString('base64url'),
    id: () => next().subarray(0, 16).toString('hex'),
    below: (bound) => next().readUInt32BE() % bound,
    digest: (token) => createHash('sha256').update(token, 'utf8').digest('base64url'),
  }
}

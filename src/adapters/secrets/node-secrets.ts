import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { Secrets } from '../../app/ports/secrets.ts'

/** A plain SHA-256 is enough for a digest: 256 random bits leave nothing to guess. */
export const nodeSecrets: Secrets = {
  token: () => randomBytes(32).toString('base64url'),
  id: () => randomBytes(16).toString('hex'),
  below: (bound) => randomInt(bound),
  digest: (token) => createHash('sha256').update(token, 'utf8').digest('base64url'),
}

import { hash, parseOptions, verify } from '@node-rs/argon2'
import type { PasswordHasher } from '../../app/ports/password-hasher.ts'

/** `memoryCost` in KiB, `timeCost` in passes. */
export interface Argon2Effort {
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

export const STANDARD_EFFORT: Argon2Effort = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id. The same letters typed on another device may come in other code points: they are made one form (NFKC) first. */
export function argon2Passwords(effort: Argon2Effort = STANDARD_EFFORT): PasswordHasher {
  const options = { ...effort, algorithm: ARGON2ID, outputLen: 32 }
  const decoy = hash('a password that nobody has', options)
  return {
    hash: (password) => hash(password.normalize('NFKC'), options),
    matches: (known, password) => verify(known, password.normalize('NFKC')),
    isOutdated: (known) => {
      const made = parseOptions(known)
      return (
        !known.startsWith('$argon2id$') ||
        made.memoryCost < effort.memoryCost ||
        made.timeCost < effort.timeCost ||
        made.parallelism < effort.parallelism
      )
    },
    waste: async (password) => {
      await verify(await decoy, password.normalize('NFKC'))
    },
  }
}

/** The package declares its algorithms as a `const enum`, which single-file compilation cannot read. */
const ARGON2ID = 2

import type { Digest, DigestOf } from '../../ledger/chain.ts'

export interface Numbers {
  /** From 0 to `count - 1`, each as likely; nothing is drawn where there is only one. */
  readonly below: (count: number) => number
  /** Fisher and Yates from the end: for `at` from the last place down to 1, swaps with `below(at + 1)`. */
  readonly shuffled: <Entry>(entries: readonly Entry[]) => Entry[]
}

/**
 * The number in place `counter` (from 0) is the first 12 hexadecimal digits of the digest of seed, design digest and counter, a
 * line each. Numbers from the largest multiple of `count` on are passed over, so that none is likelier; the rest is taken modulo.
 */
export function numberStream(seed: string, designDigest: Digest, digestOf: DigestOf): Numbers {
  let counter = 0
  const below = (count: number) => {
    if (count <= 1) return 0
    const limit = RANGE - (RANGE % count)
    for (;;) {
      const drawn = Number.parseInt(digestOf(`${seed}\n${designDigest}\n${counter}`).slice(0, 12), 16)
      counter += 1
      if (drawn < limit) return drawn % count
    }
  }
  const shuffled = <Entry>(entries: readonly Entry[]) => {
    const mixed = [...entries]
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = below(at + 1)
      const [one, two] = [mixed[at], mixed[other]] as [Entry, Entry]
      mixed[at] = two
      mixed[other] = one
    }
    return mixed
  }
  return { below, shuffled }
}

const RANGE = 2 ** 48

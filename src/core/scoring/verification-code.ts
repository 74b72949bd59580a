import type { Brand } from '../kernel/brand.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { CenterId } from '../kernel/identifiers.ts'
import type { ChainHead, Digest, DigestOf } from '../ledger/chain.ts'

/**
 * 核验码, printed on a sheet: it stands for the sheet and for the whole history that the sheet rests on. Whoever keeps it
 * can prove later that neither was rewritten. `head` is where the ledger stood when the sheet was made, which need not be
 * the last event about the center.
 */
export interface VerificationCode {
  readonly head: Digest
  readonly seq: number
  readonly sheetDigest: Digest
  readonly centerId: CenterId
  readonly code: ShortCode
}

/** 100 bits as 20 characters in groups of four: `7H3K-0QZM-…`. Short enough to be typed, too long to be met by chance. */
export type ShortCode = Brand<string, 'ShortCode'>

export function verificationCode(
  { seq, digest: head }: ChainHead,
  centerId: CenterId,
  sheetDigest: Digest,
  digestOf: DigestOf,
): VerificationCode {
  const digest = digestOf(canonicalJson({ centerId, head, seq, sheetDigest }))
  return { head, seq, sheetDigest, centerId, code: shortCodeOf(digest) }
}

/** As a person types it: any case, any hyphens and blanks, O for 0 and I or L for 1. Null where it is no code. */
export function parseShortCode(text: string): ShortCode | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
  return /^[0-9A-HJKMNP-TV-Z]{20}$/u.test(plain) ? grouped(plain) : null
}

/** Crockford's: no letter that is taken for another or for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Of the first 25 hexadecimal digits. Five of them are 20 bits: one group of four characters. */
export function shortCodeOf(digest: string): ShortCode {
  let plain = ''
  for (let at = 0; at < 25; at += 5) {
    const bits = Number.parseInt(digest.slice(at, at + 5), 16)
    for (const shift of [15, 10, 5, 0]) plain += ALPHABET.charAt((bits >> shift) & 31)
  }
  return grouped(plain)
}

function grouped(plain: string): ShortCode {
  return (plain.match(/.{4}/gu) ?? []).join('-') as ShortCode
}

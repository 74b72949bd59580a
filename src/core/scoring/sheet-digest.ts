import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Digest, DigestOf } from '../ledger/chain.ts'
import type { ScoreSheet } from './score-sheet.ts'

/** Of the whole sheet as canonical JSON: what a seal and a verification code stand for. */
export function sheetDigest(sheet: ScoreSheet, digestOf: DigestOf): Digest {
  return digestOf(canonicalJson(sheet))
}

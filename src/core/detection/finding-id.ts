import { canonicalJson } from '../kernel/canonical-json.ts'
import type { FindingId } from '../kernel/identifiers.ts'
import type { DigestOf } from '../ledger/chain.ts'
import type { Suspicion } from './detection.ts'

/**
 * The same for one suspicion in every run, so that running again adds nothing: `poor-rating-substantiated-1f0a…`. A detection
 * that comes to look for another clause's breach makes other suspicions.
 */
export function findingIdOf(
  { detection, clauseId, centerId, subject }: Pick<Suspicion, 'detection' | 'clauseId' | 'centerId' | 'subject'>,
  digestOf: DigestOf,
): FindingId {
  const digest = digestOf(canonicalJson([detection, clauseId, centerId, subject]))
  return `${detection}-${digest.slice(0, DIGITS)}` as FindingId
}

/** 80 bits: a million suspicions of one detection meet with a chance of one in a trillion. */
const DIGITS = 20

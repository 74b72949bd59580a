import { canonicalJson } from '../kernel/canonical-json.ts'
import type { CenterId, ClauseId, PersonId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'

/**
 * 抽查方案: everything that a drawing rests on but its seed, fixed before anything is drawn. Whole numbers only. `days` are the
 * working days of `from` to `to` by the calendar of that version; the lists stand in an order that the drawing follows.
 */
export interface SamplingDesign {
  readonly mode: InspectionMode
  readonly from: PlainDate
  readonly to: PlainDate
  readonly calendarVersion: string
  readonly days: readonly PlainDate[]
  /** How many visits there are in all, and at most on one day. */
  readonly visits: number
  readonly visitsPerDay: number
  /** Visits that every center gets whatever its weight. */
  readonly minimum: number
  readonly centers: readonly PooledCenter[]
  readonly inspectors: readonly PooledInspector[]
  /** What is looked at, and how many of it on one visit. */
  readonly clauseIds: readonly ClauseId[]
  readonly clausesPerVisit: number
}

/** 明察 is told beforehand, 暗访 is not. */
export type InspectionMode = 'announced' | 'unannounced'

export const MODE_NAMES: Readonly<Record<InspectionMode, string>> = { announced: '明察', unannounced: '暗访' }

/** `weight` says how visits beyond the minimum are shared; `reason` says why it is what it is. */
export interface PooledCenter {
  readonly centerId: CenterId
  readonly stratum: string
  readonly weight: number
  readonly reason: string
}

export interface PooledInspector {
  readonly personId: PersonId
  /** 回避: the own center, and where the inspector declared a conflict. */
  readonly recusedFrom: readonly CenterId[]
  readonly visitsPerDay: number
}

/** What opens a commitment; without white space, so that they cannot run into each other. */
export interface SamplingSecret {
  readonly seed: string
  readonly salt: string
}

/** `digestOf` is how the assessment's ledger makes digests: `DigestOf` of `chain.ts`, which itself rests on this. */
export function designDigestOf<Digest>(design: SamplingDesign, digestOf: (text: string) => Digest): Digest {
  return digestOf(canonicalJson(design))
}

/** Of seed, design digest and salt, a line each: it binds the drawing and tells nothing of it. */
export function commitmentOf<Digest>(
  { seed, salt }: SamplingSecret,
  designDigest: string,
  digestOf: (text: string) => Digest,
): Digest {
  return digestOf(`${seed}\n${designDigest}\n${salt}`)
}

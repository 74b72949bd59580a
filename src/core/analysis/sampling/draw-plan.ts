/**
 * 抽查: whom to inspect, on which day, by whom and for what. The plan is a function of the design and a seed, and of nothing
 * else, so that an auditor can draw it again in another language: docs/guide/sampling.md says every step. Chance is whole
 * numbers out of digests (`number-stream.ts`); what a step may choose from depends on whether something is possible at all,
 * never on how a program finds that out.
 */
import type { Outcome } from '../../kernel/outcome.ts'
import type { DigestOf } from '../../ledger/chain.ts'
import { designDigestOf, type SamplingDesign } from '../../ledger/sampling-design.ts'
import { allotVisits } from './allot-visits.ts'
import { assignInspectors } from './assign-inspectors.ts'
import { checkDesign, type DesignRefusalCode } from './check-design.ts'
import { chooseClauses } from './choose-clauses.ts'
import type { DrawnVisit } from './drawn-visit.ts'
import { numberStream } from './number-stream.ts'
import { placeVisits } from './place-visits.ts'

/** Refuses designs that some seed could not be drawn for, in a sentence; the seed is never asked for that. */
export function drawPlan(
  design: SamplingDesign,
  seed: string,
  digestOf: DigestOf,
): Outcome<readonly DrawnVisit[], DesignRefusalCode> {
  const sound = checkDesign(design)
  if (!sound.ok) return sound
  const numbers = numberStream(seed, designDigestOf(design, digestOf), digestOf)
  const days = placeVisits(design, allotVisits(design, numbers), numbers)
  const served = assignInspectors(design, days, numbers)
  return { ok: true, value: chooseClauses(design, served, numbers) }
}

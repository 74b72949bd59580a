import type { Assumptions } from '../../core/analysis/certainty/assumptions.ts'
import { certaintyInSteps, type Certainty } from '../../core/analysis/certainty/certainty.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { inSteps } from './in-steps.ts'
import { lookAtYear } from './look-at-year.ts'

/** `seed` and `draws` null: as everybody sees it first. What is not assumed otherwise is as this year's record suggests. */
export interface AskedCertaintyOf {
  readonly seed: number | null
  readonly draws: number | null
  readonly assumed: Partial<Assumptions>
}

export interface AnsweredCertainty {
  readonly certainty: Certainty
  readonly head: ChainHead
}

/** Enough that odds of one half are told within one in a hundred, nineteen times of twenty. */
export const USUAL_DRAWS = 10_000
export const USUAL_SEED = 2021

/** 把握: how sure every score and rank is. Others are served between two pieces of the work. */
export async function certaintyFor(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  { seed, draws, assumed }: AskedCertaintyOf,
): Promise<Acting<AnsweredCertainty>> {
  const looked = await lookAtYear(office, actor, assessmentId)
  if (!looked.ok) return looked
  const { year, head, live } = looked.value
  const asked = { seed: seed ?? USUAL_SEED, draws: draws ?? USUAL_DRAWS, assumed }
  const certainty = await inSteps(certaintyInSteps(year, live.scores.sheets(), asked))
  return accepted({ certainty, head })
}

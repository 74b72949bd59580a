import type { ClausePlan } from './clause-plan.ts'
import { effectUnder } from './effect-under.ts'
import type { QuestionPlan, Readings } from './question-plan.ts'
import type { Adjustment } from './score-sheet.ts'
import type { CriterionPlan, SectionPlan } from './section-plan.ts'

/** A section's score, and how much of it is losses: where it has no points, the office says what becomes of them. */
export interface SectionTally {
  readonly score: number
  readonly losses: number
}

/**
 * start − losses + gains + what is earned. Losses of a criterion stop at its floor and those of the section at its own
 * (扣完为止), except what goes on past it (追加扣除, or from the total). 不得分 leaves nothing of its criterion or section
 * but bonuses. `notes` collects what ceilings and floors changed, where wanted.
 */
export function tallySection(
  section: SectionPlan,
  effects: readonly number[],
  questions: readonly QuestionPlan[],
  readings: Readings,
  notes: Adjustment[] | null,
): SectionTally {
  if (section.isSum) return sumOf(section, effects)
  let losses = 0
  let beyond = 0
  let gains = 0
  let earned = 0
  let zeroes = 0
  for (const criterion of section.criteria) {
    const { criterionId, ceilings, floor, maxPoints } = criterion
    if (criterion.isSum) {
      for (const { index } of criterion.clauses) {
        const effect = effects[index] ?? 0
        if (effect < 0) losses -= effect
        else gains += effect
      }
      continue
    }
    const sums = sumsOf(criterion, effects)
    const own = within(sums.earned, maxPoints, 'earned-limit', criterionId, -1, notes)
    let held = within(sums.losses, ceilings.losses, 'criterion-cap', criterionId, 1, notes)
    held = within(held, floor, 'criterion-floor', criterionId, 1, notes)
    // A criterion that is earned had nothing at the start: not what it holds is taken, but what it earned.
    if (sums.zeroes > 0) held = zeroed(held, sums.zeroes, criterion.isEarned ? own : maxPoints, criterionId, notes)
    losses += held
    beyond += sums.beyond
    gains += within(sums.gains, ceilings.gains, 'criterion-cap', criterionId, -1, notes)
    earned += own
    zeroes += sums.sectionZeroes
  }
  const { sectionId, ceilings, start } = section
  gains = within(gains, ceilings.gains, 'section-cap', sectionId, -1, notes)
  losses = within(losses, ceilings.losses, 'section-cap', sectionId, 1, notes)
  if (isFloored(section, questions, readings))
    losses = within(losses, start + earned, 'section-floor', sectionId, 1, notes)
  if (zeroes > 0) losses = zeroed(losses, zeroes, start + earned, sectionId, notes)
  const limit = section.maxPoints ?? Number.POSITIVE_INFINITY
  const base = within(start + earned - losses, limit, 'earned-limit', sectionId, -1, notes)
  return { score: base - beyond + gains, losses: losses + beyond }
}

/** 不得分 takes what is there; where more than that was lost already, it gives nothing back. */
function zeroed(
  losses: number,
  zeroes: number,
  all: number,
  ref: Adjustment['ref'],
  notes: Adjustment[] | null,
): number {
  const taken = Math.max(losses, all)
  adjust(notes, 'zeroed', ref, losses + zeroes - taken)
  return taken
}

function sumOf({ criteria, start }: SectionPlan, effects: readonly number[]): SectionTally {
  let sum = 0
  let losses = 0
  for (const { clauses } of criteria)
    for (const { index } of clauses) {
      const effect = effects[index] ?? 0
      sum += effect
      if (effect < 0) losses -= effect
    }
  return { score: start + sum, losses }
}

interface CriterionSums {
  readonly losses: number
  readonly beyond: number
  readonly gains: number
  readonly earned: number
  readonly zeroes: number
  readonly sectionZeroes: number
}

function sumsOf({ clauses }: CriterionPlan, effects: readonly number[]): CriterionSums {
  const sums = { losses: 0, beyond: 0, gains: 0, earned: 0, zeroes: 0, sectionZeroes: 0 }
  for (const plan of clauses) {
    const effect = effects[plan.index] ?? 0
    if (effect === 0) continue
    if (plan.isZero) {
      if (plan.clause.scope === 'item') sums.zeroes -= effect
      else sums.sectionZeroes -= effect
    } else if (plan.sign < 0) {
      if (isBeyond(plan)) sums.beyond -= effect
      else sums.losses -= effect
    } else if (plan.clause.direction === 'earn') sums.earned += effect
    else sums.gains += effect
  }
  return sums
}

function isBeyond({ clause }: ClausePlan): boolean {
  return clause.beyondCap || clause.scope === 'total'
}

function isFloored(section: SectionPlan, questions: readonly QuestionPlan[], readings: Readings): boolean {
  const effect = effectUnder(questions, readings, section.floorQuestion)
  return effect?.kind === 'floor' ? effect.mode === 'section' : section.isFloored
}

/** `sign` is what giving back means for the score: 1 for losses held, -1 for gains held. */
function within(
  sum: number,
  limit: number,
  kind: Adjustment['kind'],
  ref: Adjustment['ref'],
  sign: 1 | -1,
  notes: Adjustment[] | null,
): number {
  if (sum <= limit) return sum
  adjust(notes, kind, ref, sign * (sum - limit))
  return limit
}

function adjust(notes: Adjustment[] | null, kind: Adjustment['kind'], ref: Adjustment['ref'], effect: number): void {
  if (effect !== 0) notes?.push({ kind, ref, effect })
}

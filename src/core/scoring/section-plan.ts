import type { CriterionId, SectionId } from '../kernel/identifiers.ts'
import type { Section } from '../rubric/rubric.ts'
import type { ClausePlan } from './clause-plan.ts'

/** A section as scoring uses it. A ceiling that is not there is infinite. */
export interface SectionPlan {
  readonly sectionId: SectionId
  readonly maxPoints: number | null
  /** What the section has before any line. */
  readonly start: number
  readonly criteria: readonly CriterionPlan[]
  readonly ceilings: Ceilings
  /** 扣完为止 as printed or answered; the place of the question where that is open. */
  readonly isFloored: boolean
  readonly floorQuestion: number
  /** Whether the score is `start` and the sum of the lines, whatever they are. */
  readonly isSum: boolean
}

export interface CriterionPlan {
  readonly criterionId: CriterionId
  readonly clauses: readonly ClausePlan[]
  readonly isEarned: boolean
  readonly maxPoints: number
  /** What the losses may not exceed. */
  readonly floor: number
  readonly ceilings: Ceilings
  /** Whether its lines simply add up. */
  readonly isSum: boolean
}

export interface Ceilings {
  readonly losses: number
  readonly gains: number
}

/**
 * A section starts with its points and loses; what is earned (得分制) starts from nothing, so the points of criteria
 * that are earned are not there at the start. Where those are not printed, the section starts with the points of its
 * other criteria, or with nothing where it has no others; where these are not printed either, with all its points, and
 * what is earned is then limited by them.
 */
export function planSection(
  section: Section,
  clauses: readonly ClausePlan[],
  floor: { readonly isFloored: boolean; readonly question: number },
): SectionPlan {
  const criteria = section.criteria.map((criterion): CriterionPlan => {
    const own = clauses.filter(({ criterionId }) => criterionId === criterion.id)
    const points = criterion.maxPoints ?? section.maxPoints ?? NEVER
    const isEarned = own.some(({ clause }) => clause.direction === 'earn')
    const floor = own.some(({ clause }) => clause.floor === 'item') ? points : NEVER
    const ceilings = ceilingsOver(own, 'item')
    const isHeld = floor !== NEVER || ceilings.losses !== NEVER || ceilings.gains !== NEVER
    const isSpecial = own.some(({ clause, isZero }) => isZero || clause.beyondCap || clause.scope === 'total')
    const isSum = !isEarned && !isHeld && !isSpecial
    return { criterionId: criterion.id, clauses: own, isEarned, maxPoints: points, floor, ceilings, isSum }
  })
  // 扣完为止 says nothing where there are no points to use up.
  const isHeld = floor.isFloored || clauses.some(({ clause }) => clause.floor === 'section')
  const isFloored = section.maxPoints !== null && isHeld
  const ceilings = ceilingsOver(clauses, 'section')
  return {
    sectionId: section.id,
    maxPoints: section.maxPoints,
    start: startOf(section, criteria),
    criteria,
    ceilings,
    isFloored,
    floorQuestion: isFloored || section.maxPoints === null ? -1 : floor.question,
    isSum:
      !isFloored &&
      (floor.question < 0 || section.maxPoints === null) &&
      criteria.every((criterion) => criterion.isSum) &&
      ceilings.losses === NEVER &&
      ceilings.gains === NEVER,
  }
}

const NEVER = Number.POSITIVE_INFINITY

function startOf(section: Section, criteria: readonly CriterionPlan[]): number {
  if (section.maxPoints === null) return 0
  const earned = section.criteria.filter((_, place) => criteria[place]?.isEarned)
  const others = section.criteria.filter((_, place) => !criteria[place]?.isEarned)
  if (others.length === 0) return 0
  const known = sumOf(earned.map(({ maxPoints }) => maxPoints))
  if (known !== null) return section.maxPoints - known
  return sumOf(others.map(({ maxPoints }) => maxPoints)) ?? section.maxPoints
}

function sumOf(points: readonly (number | null)[]): number | null {
  return points.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

function ceilingsOver(clauses: readonly ClausePlan[], kind: 'item' | 'section'): Ceilings {
  const over = (sign: number) =>
    clauses.reduce(
      (least, { clause, sign: own }) =>
        clause.cap?.kind === 'points' && clause.cap.over.kind === kind && own === sign
          ? Math.min(least, clause.cap.points)
          : least,
      NEVER,
    )
  return { losses: over(-1), gains: over(1) }
}

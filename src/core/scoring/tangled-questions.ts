import type { CenterCase } from './center-case.ts'
import type { Claim } from './claim.ts'
import type { ScoringPlan } from './scoring-plan.ts'

/** Open questions whose options cannot simply be ordered, so that each must be tried with each. */
export interface TangledQuestions {
  /** Every way to answer them: the option by the place of the question. */
  readonly answers: readonly ReadonlyMap<number, number>[]
  /** By group: the questions that change what becomes of it. */
  readonly byGroup: readonly (readonly number[])[]
  /** Too many to try: then groups are only bounded. */
  readonly isRough: boolean
}

/** `decided`: as if nothing were alleged that nobody has decided. */
export function tangledQuestions(center: CenterCase, of: 'all' | 'decided'): TangledQuestions {
  const { plan, claims } = center
  const isThere = ({ isCounted }: Claim) => of === 'all' || isCounted
  const byGroup = questionsByGroup(center, isThere)
  const present = claims.filter(isThere)
  const mixed = plan.questions.flatMap(({ isOrdered }, place) =>
    !isOrdered && present.some(({ clause }) => plan.touched[place]?.clauses.includes(clause.index)) ? [place] : [],
  )
  const tangled = [...new Set([...byGroup.flat(), ...mixed])]
  const count = tangled.reduce((product, place) => product * (plan.questions[place]?.options.length ?? 1), 1)
  const isRough = count > MOST_ANSWERS
  return { answers: answersOf(plan, isRough ? mixed : tangled), byGroup, isRough }
}

/** By group: the open questions that change what becomes of the claims of it that are there. */
export function questionsByGroup({ plan, groups }: CenterCase, isThere: (claim: Claim) => boolean): number[][] {
  return groups.map((group) => {
    const met = group.claims.filter(isThere)
    return met.length < 2 ? [] : questionsOf(plan, met)
  })
}

const MOST_ANSWERS = 2048

/** Those that change a price in the group, how its claims share one charge, or whether one replaces another. */
function questionsOf({ relations }: ScoringPlan, claims: readonly Claim[]): number[] {
  const present = new Set(claims.map(({ clause }) => clause.index))
  const found = new Set<number>()
  for (const { clause, measured, unmet, countHigh } of claims) {
    found.add(clause.amountQuestion)
    if (measured !== null) found.add(clause.boundaryQuestion)
    if (unmet !== null && unmet.length < clause.requirements) found.add(clause.antecedentsQuestion)
    if (countHigh > 1) found.add(clause.countingQuestion)
  }
  for (const { members, question } of relations.sharings)
    if ([...present].filter((clause) => members.has(clause)).length > 1) found.add(question)
  for (const { worse, base, question } of relations.escalations)
    if (present.has(worse) && present.has(base)) found.add(question)
  found.delete(-1)
  return [...found]
}

function answersOf({ questions }: ScoringPlan, tangled: readonly number[]): ReadonlyMap<number, number>[] {
  return tangled.reduce<Map<number, number>[]>(
    (all, place) =>
      all.flatMap((chosen) =>
        (questions[place]?.options ?? []).map((_, option) => new Map([...chosen, [place, option]])),
      ),
    [new Map()],
  )
}

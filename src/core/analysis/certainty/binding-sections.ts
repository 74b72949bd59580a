import type { CenterCase } from '../../scoring/center-case.ts'
import { claimRange } from '../../scoring/claim-range.ts'
import type { QuestionPlan } from '../../scoring/question-plan.ts'
import type { Adjustment } from '../../scoring/score-sheet.ts'
import { settleWorld } from '../../scoring/settle-world.ts'

/**
 * By section: whether a ceiling or a floor over more than one clause could hold something there, under any decision and
 * any reading. Scoring says so itself: it settles the world with everything lost that can be, and the one with everything
 * gained, and notes what was held. Where nothing was held even then, the clauses of the section simply add up.
 */
export function bindingSections(center: CenterCase): boolean[] {
  const { plan, claims } = center
  const ranges = claims.map((claim) => claimRange(plan, claim))
  const isBinding = plan.sections.map(() => false)
  for (const side of ['lowest', 'highest'] as const) {
    const world = settleWorld(
      center,
      {
        side,
        readings: plan.questions.map((question) => tightest(question, side)),
        charges: claims.map(({ index, clause }) => {
          const [least, most] = ranges[index] ?? [0, 0]
          if ((side === 'lowest') === clause.sign < 0) return most
          return center.groupOf[index] === -1 ? least : 0
        }),
        isMet: claims.map(() => side === 'lowest'),
        elsewhere: claims.map(() => -1),
      },
      true,
    )
    world.notes.forEach((notes, at) => {
      if (notes.some(({ kind }) => isOverClauses(kind))) isBinding[at] = true
    })
  }
  // 不得分 takes what is there, so that it depends on everything else in its section.
  for (const { index, isZero, sectionIndex } of plan.clauses)
    if (isZero && (center.claimsAt[index] !== undefined || center.plainCounts[index])) isBinding[sectionIndex] = true
  // Where readings have no order, nothing is known to be the most that can be held.
  plan.questions.forEach(({ isOrdered }, place) => {
    if (isOrdered) return
    const { clauses, sections } = plan.touched[place] ?? { clauses: [], sections: [] }
    for (const at of sections) isBinding[at] = true
    for (const index of clauses) isBinding[plan.clauses[index]?.sectionIndex ?? -1] = true
    for (const pool of plan.pools) if (pool.question === place) for (const at of pool.sections) isBinding[at] = true
  })
  for (const { sections } of plan.pools)
    if (sections.some((at) => isBinding[at])) for (const at of sections) isBinding[at] = true
  return isBinding
}

/** Most lost with least earned (or most gained), under the floors there can be. */
function tightest({ options, harshest, mildest }: QuestionPlan, side: 'lowest' | 'highest'): number {
  const isHolding = options.some(({ kind }) => kind === 'floor' || kind === 'unpointed')
  if (isHolding) return mildest
  return side === 'lowest' ? harshest : mildest
}

/** Caps of one clause are part of what the clause moves. */
function isOverClauses(kind: Adjustment['kind']): boolean {
  return kind !== 'clause-cap' && kind !== 'period-cap' && kind !== 'cap-not-computed'
}

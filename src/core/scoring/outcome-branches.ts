import type { CenterCase } from './center-case.ts'
import type { Claim } from './claim.ts'
import type { EventOutcome } from './event-outcomes.ts'
import type { ExtremeOutcomes } from './extreme-outcomes.ts'

/** Every combination of what can become of the groups; beyond the limit one that is worse (or better) than all of them. */
export function outcomeBranches(
  { groups }: CenterCase,
  extremes: readonly ExtremeOutcomes[],
  side: 'lowest' | 'highest',
): EventOutcome[][] {
  const count = extremes.reduce((product, one) => product * one[side].length, 1)
  const choices = extremes.map((one, at) =>
    count > MOST_BRANCHES ? [envelope(groups[at]?.claims ?? [], one[side], side)] : one[side],
  )
  return choices.reduce<EventOutcome[][]>(
    (all, next) => all.flatMap((chosen) => next.map((one) => [...chosen, one])),
    [[]],
  )
}

export const MOST_BRANCHES = 1024

function envelope(
  claims: readonly Claim[],
  outcomes: readonly EventOutcome[],
  side: 'lowest' | 'highest',
): EventOutcome {
  const isMost = (sign: number) => (side === 'lowest' ? sign < 0 : sign > 0)
  return {
    elsewhere: claims.map(() => -1),
    charges: claims.map(({ clause }, place) => {
      const charges = outcomes.map((outcome) => outcome.charges[place] ?? 0)
      return isMost(clause.sign) ? Math.max(...charges) : Math.min(...charges)
    }),
    isMet: claims.map((_, place) =>
      side === 'lowest' ? outcomes.some(({ isMet }) => isMet[place]) : outcomes.every(({ isMet }) => isMet[place]),
    ),
  }
}

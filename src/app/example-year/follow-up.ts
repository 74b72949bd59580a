import { hundredths, type Points } from '../../core/kernel/points.ts'
import { openPriceOf } from '../../core/rubric/clause-needs.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'

/** What comes after a finding is substantiated; `undecided` leaves the amount open. */
export type FollowUp = 'none' | 'undecided' | 'corrected' | 'upheld' | 'varied' | 'reversed' | 'pending'

/** What was decided about a finding, as far as something can follow from it. */
export interface Decided {
  readonly clause: Clause
  readonly occurrences: number
  readonly points: Points | null
}

/** What follows in turn. The first round shows each kind; an office sees most appeals upheld. */
const TURNS: readonly FollowUp[] = ['reversed', 'varied', 'upheld', 'pending', 'undecided', 'corrected', 'upheld']

/** After the first round something follows on every so many substantiated findings. */
const STRIDE = 6

/** Deals out follow-ups, one finding after another: the first in turn that the finding can carry. */
export function followUpDealer(rubric: Rubric): (decided: Decided) => FollowUp {
  let waiting = TURNS
  let isFirstRound = true
  let sinceLast = 0
  return (decided) => {
    sinceLast += 1
    if (!isFirstRound && sinceLast < STRIDE) return 'none'
    const followUp = waiting.find((turn) => canFollow(rubric, decided, turn))
    if (followUp === undefined) return 'none'
    waiting = waiting.toSpliced(waiting.indexOf(followUp), 1)
    if (waiting.length === 0) [waiting, isFirstRound] = [TURNS, false]
    sinceLast = 0
    return followUp
  }
}

/** The lesser decision that a variation or correction comes to; null where there is nothing less. */
export function lesserDecision(
  rubric: Rubric,
  { clause, occurrences, points }: Decided,
): Pick<Decided, 'occurrences' | 'points'> | null {
  if (occurrences > 1) return { occurrences: occurrences - 1, points }
  const min = openPriceOf(rubric, clause)?.min
  if (points === null || min === undefined || points <= min) return null
  return { occurrences, points: hundredths(Math.max(min, points - 50)) }
}

function canFollow(rubric: Rubric, decided: Decided, followUp: FollowUp): boolean {
  if (followUp === 'undecided') return decided.points !== null
  if (followUp === 'varied' || followUp === 'corrected') return lesserDecision(rubric, decided) !== null
  return true
}

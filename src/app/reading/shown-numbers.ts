import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { ScoreSheet } from '../../core/scoring/score-sheet.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { changedNumbers, type ChangedNumbers } from '../../core/analysis/changed-numbers.ts'

/** What changed, as far as the actor may see it: of the ranking nothing where the ranking is not for the actor, and then of the center alone. */
export function shownNumbers(
  actor: Actor,
  rubric: Rubric,
  centerId: CenterId,
  before: readonly ScoreSheet[],
  after: readonly ScoreSheet[],
): ChangedNumbers {
  if (may(actor, 'ranking.read', null)) return changedNumbers(rubric, before, after)
  const ofCenter = (sheets: readonly ScoreSheet[]) => sheets.filter((sheet) => sheet.centerId === centerId)
  const { numbers, ...rest } = changedNumbers(rubric, ofCenter(before), ofCenter(after))
  return { ...rest, numbers: numbers.filter(({ what }) => what !== 'rank' && what !== 'mean') }
}

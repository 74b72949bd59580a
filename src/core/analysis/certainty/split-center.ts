import type { CenterCase } from '../../scoring/center-case.ts'
import { questionsByGroup } from '../../scoring/tangled-questions.ts'
import { groupOutcomes } from '../../scoring/group-outcomes.ts'
import { worldOf } from '../../scoring/world-of.ts'
import { partScore, partsOf, type Part } from './center-parts.ts'

/** A center taken apart: its total is `base` and the score of every part. */
export interface SplitCenter {
  readonly center: CenterCase
  readonly base: number
  readonly parts: readonly Part[]
}

export function splitCenter(center: CenterCase): SplitCenter {
  const parts = partsOf(center)
  const readings = center.plan.questions.map(() => 0)
  const groups = groupOutcomes(center, { byGroup: questionsByGroup(center, () => true), isRough: false })
  const world = worldOf(center, readings, 'lowest', groups.now(readings))
  return { center, parts, base: parts.reduce((rest, part) => rest - partScore(part, world), world.total) }
}

import type { Points } from '../kernel/points.ts'
import type { Clause } from '../rubric/clause.ts'
import type { Criterion, Section } from '../rubric/rubric.ts'

/**
 * 得满分, 不得分: all points of what the clause is about. A criterion without points of its own has those of its section
 * only where it stands in it alone; otherwise how many are meant is not known (null), and nothing is computed.
 */
export function fullPoints({ scope }: Clause, criterion: Criterion, section: Section): Points | null {
  if (scope !== 'item') return section.maxPoints
  return criterion.maxPoints ?? (section.criteria.length === 1 ? section.maxPoints : null)
}

import type { Correction } from './correction.ts'
import type { Rubric } from './rubric.ts'

/** Every correction that a rubric rests on, in the order of the notice; of what is no clause any more, last. */
export function correctionsIn({ sections, remarks }: Rubric): readonly Correction[] {
  const clauses = sections.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.clauses))
  return [...clauses, ...remarks].flatMap(({ correction }) => correction ?? [])
}

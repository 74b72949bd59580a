import type { Rubric } from '../../../core/rubric/rubric.ts'

interface Option {
  readonly value: string
  readonly label: string
}

/** Sections, and under each its clauses by their wording, in the order of the notice. */
export function clauseOptions({ sections }: Rubric): Option[] {
  return sections.flatMap((section) => [
    { value: section.id, label: `${section.label}、${section.title}`.replace(/^、/, '') },
    ...section.criteria.flatMap(({ clauses }) =>
      clauses.map((clause) => ({ value: clause.id as string, label: `${clause.id} ${clause.quote}` })),
    ),
  ])
}

import type { Criterion, Section } from './sheet-answer.ts'

/** By clause of the section. */
export function clauseNames(section: Section): ReadonlyMap<string, string> {
  return new Map(
    section.criteria.flatMap((criterion) =>
      criterion.clauses.map(({ id }) => [id, clauseName(section, criterion, id)] as const),
    ),
  )
}

/** How the sheet refers to a clause: the section's printed number, the criterion's, and its own where there are several. */
function clauseName(section: Section, criterion: Criterion, clauseId: string): string {
  const parts = [section.label, criterion.label].filter((label) => label !== '')
  if (criterion.clauses.length > 1) parts.push(String(criterion.clauses.findIndex(({ id }) => id === clauseId) + 1))
  return parts.length === 0 ? clauseId : parts.join('.')
}

import type { Clause } from './clause.ts'
import { clauseChanges } from './compare-clauses.ts'
import { matchRubrics, wordingOf, type RubricMatch } from './match-rubrics.ts'
import type { ClauseChange, CriterionChange, RubricChange, SectionChange } from './rubric-change.ts'
import type { Criterion, Rubric, Section } from './rubric.ts'

/**
 * Matches sections, criteria and clauses of two rubrics by the likeness of their texts, not by their numbers, and lists
 * what changed: in the order of `after`, then what only `before` has, then the total. Rubrics that differ in ids and
 * spans alone give an empty list.
 */
export function compareRubrics(before: Rubric, after: Rubric, partners = matchRubrics(before, after)): RubricChange[] {
  return [
    ...after.sections.flatMap((section): RubricChange[] => [
      ...sectionChanges(section, partners),
      ...section.criteria.flatMap((criterion): RubricChange[] => [
        ...criterionChanges(criterion, section, partners),
        ...criterion.clauses.flatMap((clause) => changesOfClause(clause, criterion, partners)),
        ...removedFrom(criterion, partners),
      ]),
    ]),
    ...before.sections.flatMap((section): RubricChange[] => {
      if (!partners.keptSections.has(section)) return [{ kind: 'section-removed', section }]
      return section.criteria
        .filter((criterion) => !partners.keptCriteria.has(criterion))
        .map((criterion) => ({ kind: 'criterion-removed', criterion }))
    }),
    ...(before.statedTotal === after.statedTotal
      ? []
      : [{ kind: 'total-changed' as const, before: before.statedTotal, after: after.statedTotal }]),
  ]
}

function sectionChanges(after: Section, { sections, movedSections }: RubricMatch): SectionChange[] {
  const before = sections.get(after)
  if (!before) return [{ kind: 'section-added', section: after }]
  return [
    ...(before.title === after.title ? [] : [{ kind: 'section-retitled' as const, before, after }]),
    ...(before.maxPoints === after.maxPoints ? [] : [{ kind: 'section-points-changed' as const, before, after }]),
    ...(movedSections.has(after) ? [{ kind: 'section-moved' as const, before, after }] : []),
  ]
}

function criterionChanges(after: Criterion, section: Section, partners: RubricMatch): CriterionChange[] {
  const before = partners.criteria.get(after)
  if (!before) return partners.sections.has(section) ? [{ kind: 'criterion-added', criterion: after }] : []
  return [
    ...(partners.movedCriteria.has(after) ? [{ kind: 'criterion-moved' as const, before, after }] : []),
    ...(before.maxPoints === after.maxPoints ? [] : [{ kind: 'criterion-points-changed' as const, before, after }]),
    ...(besidesClauses(before, partners.takenOut) === besidesClauses(after, partners.takenOut)
      ? []
      : [{ kind: 'criterion-reworded' as const, before, after }]),
  ]
}

function changesOfClause(after: Clause, criterion: Criterion, partners: RubricMatch): ClauseChange[] {
  const old = partners.criteria.get(criterion)
  const before = partners.clauses.get(after)
  if (!before) return old ? [{ kind: 'clause-added', clause: after }] : []
  const moved = old?.clauses.includes(before) !== true
  return [...(moved ? [{ kind: 'clause-moved' as const, before, after }] : []), ...clauseChanges(before, after)]
}

function removedFrom(criterion: Criterion, { criteria, keptClauses }: RubricMatch): ClauseChange[] {
  const lost = criteria.get(criterion)?.clauses.filter((clause) => !keptClauses.has(clause)) ?? []
  return lost.map((clause) => ({ kind: 'clause-removed', clause }))
}

function besidesClauses(criterion: Criterion, takenOutOf: RubricMatch['takenOut']): string {
  const quotes = criterion.clauses.map(({ quote }) => quote)
  let text = wordingOf(criterion)
  for (const quote of [...quotes, ...(takenOutOf.get(criterion) ?? [])]) text = text.replace(quote, '')
  return text.replaceAll(/[\s。；;，,]/gu, '')
}

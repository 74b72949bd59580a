import type { ClauseId, CriterionId, SectionId } from '../../kernel/identifiers.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Clause } from '../../rubric/clause.ts'
import type { RubricChange } from '../../rubric/rubric-change.ts'
import type { Criterion, Rubric, Section } from '../../rubric/rubric.ts'
import { inOldNames } from './in-old-names.ts'
import type { NoticeParts } from './notice-parts.ts'
import { restOf, withQuestions } from './single-questions.ts'

/** What two notices differ in: a change of a part, or what they leave open and say of the whole document. */
export type NoticeChange = RubricChange | { readonly kind: 'whole-changed' }

/** Makes, for one of the changes from `before` to `after`, the notice that changes nothing else. */
export interface SingleChanges {
  /** Those of the comparison, and the whole document last where something of it moves points. */
  readonly changes: readonly NoticeChange[]
  /** With the ids of `before`; what is new has ids of its own. */
  readonly alone: (change: NoticeChange) => Rubric
}

export function singleChanges(
  before: Rubric,
  after: Rubric,
  changes: readonly RubricChange[],
  parts: NoticeParts,
): SingleChanges {
  const renamed = inOldNames(before, after, parts)
  const oldIdOf = namesOf(after, renamed)
  const owners = ownersOf(changes, oldIdOf)
  const touched = new Set([...owners.values()].flatMap((clauseIds) => [...clauseIds]))
  const rest = restOf(before, renamed, touched)
  return {
    changes: rest.isSame ? changes : [...changes, { kind: 'whole-changed' }],
    alone: (change) => {
      if (change.kind === 'whole-changed') return rest.rubric
      const changed = applied(before, change, renamed, oldIdOf)
      return withQuestions(changed, before, renamed, owners.get(change) ?? new Set())
    },
  }
}

type Part = Section | Criterion | Clause
/** The part of the renamed notice that a part of `after` is. */
type Renamed = <Kind extends Part>(part: Kind) => Kind

function namesOf(after: Rubric, renamed: Rubric): Renamed {
  const twins = new Map<Part, Part>()
  after.sections.forEach((section, at) => {
    const twin = renamed.sections[at]
    if (twin === undefined) return
    twins.set(section, twin)
    section.criteria.forEach((criterion, place) => {
      const other = twin.criteria[place]
      if (other === undefined) return
      twins.set(criterion, other)
      criterion.clauses.forEach((clause, index) => twins.set(clause, other.clauses[index] ?? clause))
    })
  })
  return <Kind extends Part>(part: Kind) => (twins.get(part) ?? part) as Kind
}

/** Of several changes of one clause the first that moves points takes what is asked about the clause along, and no other does. */
function ownersOf(
  changes: readonly RubricChange[],
  oldIdOf: Renamed,
): ReadonlyMap<NoticeChange, ReadonlySet<ClauseId>> {
  const owners = new Map<NoticeChange, ReadonlySet<ClauseId>>()
  const taken = new Set<ClauseId>()
  for (const kind of ['clause-repriced', 'clause-conditioned', 'clause-moved', 'clause-reworded', null] as const)
    for (const change of changes) {
      if (kind === null ? owners.has(change) : change.kind !== kind) continue
      const own = clausesOf(change, oldIdOf).filter((clauseId) => !taken.has(clauseId))
      own.forEach((clauseId) => taken.add(clauseId))
      owners.set(change, new Set(own))
    }
  return owners
}

function clausesOf(change: RubricChange, oldIdOf: Renamed): ClauseId[] {
  switch (change.kind) {
    case 'clause-added':
      return [oldIdOf(change.clause).id]
    case 'clause-removed':
      return [change.clause.id]
    case 'clause-repriced':
    case 'clause-conditioned':
    case 'clause-reworded':
    case 'clause-moved':
      return [change.before.id]
    case 'criterion-added':
      return oldIdOf(change.criterion).clauses.map(({ id }) => id)
    case 'criterion-removed':
      return change.criterion.clauses.map(({ id }) => id)
    case 'criterion-reworded':
    case 'criterion-moved':
    case 'criterion-points-changed':
      return change.before.clauses.map(({ id }) => id)
    case 'section-added':
      return oldIdOf(change.section).criteria.flatMap(({ clauses }) => clauses.map(({ id }) => id))
    case 'section-removed':
      return change.section.criteria.flatMap(({ clauses }) => clauses.map(({ id }) => id))
    case 'section-retitled':
    case 'section-moved':
    case 'section-points-changed':
    case 'total-changed':
      return []
    default:
      return unreachable(change)
  }
}

function applied(before: Rubric, change: RubricChange, renamed: Rubric, oldIdOf: Renamed): Rubric {
  switch (change.kind) {
    case 'section-added':
      return { ...before, sections: [...before.sections, onlyNew(oldIdOf(change.section))] }
    case 'section-removed':
      return {
        ...before,
        sections: before.sections.flatMap((one) => (one === change.section ? kept(one, renamed) : [one])),
      }
    case 'section-points-changed':
      return onSection(before, change.before.id, (one) => ({ ...one, maxPoints: change.after.maxPoints }))
    case 'section-retitled':
      return onSection(before, change.before.id, (one) => ({ ...one, title: change.after.title }))
    case 'criterion-added': {
      const fresh = oldIdOf(change.criterion)
      const home = renamed.sections.find(({ criteria }) => criteria.includes(fresh))
      const added = { ...fresh, clauses: fresh.clauses.filter(isNew) }
      return home ? onSection(before, home.id, (one) => ({ ...one, criteria: [...one.criteria, added] })) : before
    }
    case 'criterion-removed':
      return onCriterion(before, change.criterion.id, (one) => keptCriterion(one, renamed))
    case 'criterion-points-changed':
      return onCriterion(before, change.before.id, (one) => [{ ...one, maxPoints: change.after.maxPoints }])
    case 'criterion-reworded':
      return onCriterion(before, change.before.id, (one) => [
        { ...one, text: change.after.text, requirement: change.after.requirement },
      ])
    case 'criterion-moved': {
      const home = renamed.sections.find(({ criteria }) => criteria.some(({ id }) => id === change.before.id))
      if (home === undefined || !before.sections.some(({ id }) => id === home.id)) return before
      const without = onCriterion(before, change.before.id, () => [])
      return onSection(without, home.id, (one) => ({ ...one, criteria: [...one.criteria, change.before] }))
    }
    case 'clause-added': {
      const fresh = oldIdOf(change.clause)
      return onCriterion(before, homeIn(renamed, fresh.id), (one) => [{ ...one, clauses: [...one.clauses, fresh] }])
    }
    case 'clause-removed':
      return onClause(before, change.clause.id, () => [])
    case 'clause-repriced': {
      const { direction, amount, per, perSpan, discretionary, scope, cap, floor, beyondCap, standing } = oldIdOf(
        change.after,
      )
      const price = { direction, amount, per, perSpan, discretionary, scope, cap, floor, beyondCap, standing }
      return onClause(before, change.before.id, (one) => [{ ...one, ...price }])
    }
    case 'clause-conditioned': {
      const { conditions, standing } = oldIdOf(change.after)
      return onClause(before, change.before.id, (one) => [{ ...one, conditions, standing }])
    }
    case 'clause-reworded':
      return onClause(before, change.before.id, (one) => [{ ...one, quote: change.after.quote }])
    case 'clause-moved': {
      const home = homeIn(renamed, change.before.id)
      if (!before.sections.some(({ criteria }) => criteria.some(({ id }) => id === home))) return before
      const without = onClause(before, change.before.id, () => [])
      return onCriterion(without, home, (one) => [{ ...one, clauses: [...one.clauses, change.before] }])
    }
    case 'section-moved':
      return before
    case 'total-changed':
      return { ...before, statedTotal: change.after }
    default:
      return unreachable(change)
  }
}

function isNew({ id }: { readonly id: string }): boolean {
  return id.startsWith('+')
}

/** What came there from elsewhere is a change of its own. */
function onlyNew(section: Section): Section {
  const criteria = section.criteria.filter(isNew)
  return { ...section, criteria: criteria.map((one) => ({ ...one, clauses: one.clauses.filter(isNew) })) }
}

/** What went elsewhere stays for now, in a section that has no points any more. */
function kept(section: Section, renamed: Rubric): Section[] {
  const criteria = section.criteria.flatMap((one) => keptCriterion(one, renamed))
  return criteria.length === 0 ? [] : [{ ...section, maxPoints: null, criteria }]
}

function keptCriterion(criterion: Criterion, renamed: Rubric): Criterion[] {
  const clauses = criterion.clauses.filter(({ id }) => homeIn(renamed, id) !== null)
  return clauses.length === 0 ? [] : [{ ...criterion, clauses }]
}

function homeIn({ sections }: Rubric, clauseId: ClauseId): CriterionId | null {
  for (const { criteria } of sections)
    for (const { id, clauses } of criteria) if (clauses.some((clause) => clause.id === clauseId)) return id
  return null
}

function onSection(rubric: Rubric, sectionId: SectionId, change: (section: Section) => Section): Rubric {
  return { ...rubric, sections: rubric.sections.map((one) => (one.id === sectionId ? change(one) : one)) }
}

function onCriterion(rubric: Rubric, criterionId: CriterionId | null, change: (one: Criterion) => Criterion[]): Rubric {
  const sections = rubric.sections.map((section) => ({
    ...section,
    criteria: section.criteria.flatMap((one) => (one.id === criterionId ? change(one) : [one])),
  }))
  return { ...rubric, sections }
}

function onClause(rubric: Rubric, clauseId: ClauseId, change: (clause: Clause) => Clause[]): Rubric {
  const sections = rubric.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((criterion) => ({
      ...criterion,
      clauses: criterion.clauses.flatMap((one) => (one.id === clauseId ? change(one) : [one])),
    })),
  }))
  return { ...rubric, sections }
}

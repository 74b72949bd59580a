import type { Clause } from './clause.ts'
import { matchTexts } from './match-texts.ts'
import { outOfOrder } from './out-of-order.ts'
import type { Criterion, Rubric, Section } from './rubric.ts'

/** From each part of `after` to the part of `before` that it was. */
export interface RubricMatch {
  readonly sections: ReadonlyMap<Section, Section>
  readonly keptSections: ReadonlySet<Section>
  readonly movedSections: ReadonlySet<Section>
  readonly criteria: ReadonlyMap<Criterion, Criterion>
  readonly keptCriteria: ReadonlySet<Criterion>
  readonly movedCriteria: ReadonlySet<Criterion>
  readonly clauses: ReadonlyMap<Clause, Clause>
  readonly keptClauses: ReadonlySet<Clause>
  /** Of both: sentences that a person took out of the rules stand where they stood, and are no other wording. */
  readonly takenOut: ReadonlyMap<Criterion, readonly string[]>
}

/** Sections, criteria and clauses of two rubrics by the likeness of their texts, not by their numbers. */
export function matchRubrics(before: Rubric, after: Rubric): RubricMatch {
  const sections = matchSections(before.sections, after.sections)
  const oldCriteria = before.sections.flatMap((section) => section.criteria)
  const newCriteria = after.sections.flatMap((section) => section.criteria)
  const criteria = matched(oldCriteria, newCriteria, wordingOf)
  const clauses = matchClauses(oldCriteria, newCriteria, criteria)
  return {
    sections,
    keptSections: new Set(sections.values()),
    movedSections: outOfOrder(after.sections, (section) => before.sections.indexOf(sections.get(section) ?? section)),
    criteria,
    keptCriteria: new Set(criteria.values()),
    movedCriteria: movedCriteria(before, after, sections, criteria),
    clauses,
    keptClauses: new Set(clauses.values()),
    takenOut: new Map([...takenOut(before), ...takenOut(after)]),
  }
}

/** Requirement and price together: alike prices of other requirements are other criteria. */
export function wordingOf({ requirement, text }: Criterion): string {
  return requirement === null ? text : `${requirement.text}；${text}`
}

/** By title, and where a title has changed by what the section holds. */
function matchSections(before: readonly Section[], after: readonly Section[]): Map<Section, Section> {
  const titled = matched(before, after, (section) => section.title)
  const kept = new Set(titled.values())
  const rest = matched(
    before.filter((section) => !kept.has(section)),
    after.filter((section) => !titled.has(section)),
    (section) => section.criteria.map(wordingOf).join(''),
  )
  return new Map([...titled, ...rest])
}

function movedCriteria(
  before: Rubric,
  after: Rubric,
  sections: RubricMatch['sections'],
  criteria: RubricMatch['criteria'],
): Set<Criterion> {
  const homeOf = new Map(
    before.sections.flatMap((home) => home.criteria.map((criterion) => [criterion, home] as const)),
  )
  const moved = new Set<Criterion>()
  for (const section of after.sections) {
    const home = sections.get(section)
    const stayed: Criterion[] = []
    for (const criterion of section.criteria) {
      const old = criteria.get(criterion)
      if (!old) continue
      if (homeOf.get(old) === home) stayed.push(criterion)
      else moved.add(criterion)
    }
    const places = new Map(home?.criteria.map((criterion, place) => [criterion, place]))
    for (const criterion of outOfOrder(stayed, (one) => places.get(criteria.get(one) ?? one) ?? -1))
      moved.add(criterion)
  }
  return moved
}

/** Within matched criteria first; a clause left alone on both sides there is the same one; then across criteria. */
function matchClauses(
  before: readonly Criterion[],
  after: readonly Criterion[],
  criteria: RubricMatch['criteria'],
): Map<Clause, Clause> {
  const pairs = new Map<Clause, Clause>()
  const kept = new Set<Clause>()
  const add = (now: Clause, old: Clause) => {
    pairs.set(now, old)
    kept.add(old)
  }
  for (const [now, old] of criteria) {
    for (const [clause, was] of matched(old.clauses, now.clauses, (clause) => clause.quote)) add(clause, was)
    const [alone, ...others] = now.clauses.filter((clause) => !pairs.has(clause))
    const [was, ...more] = old.clauses.filter((clause) => !kept.has(clause))
    if (alone && was && others.length === 0 && more.length === 0) add(alone, was)
  }
  const loose = before.flatMap((criterion) => criterion.clauses).filter((clause) => !kept.has(clause))
  const fresh = after.flatMap((criterion) => criterion.clauses).filter((clause) => !pairs.has(clause))
  for (const [clause, was] of matched(loose, fresh, (clause) => clause.quote)) add(clause, was)
  return pairs
}

function matched<Part>(
  before: readonly Part[],
  after: readonly Part[],
  textOf: (part: Part) => string,
): Map<Part, Part> {
  const pairs = new Map<Part, Part>()
  for (const [left, right] of matchTexts(before.map(textOf), after.map(textOf))) {
    const old = before[left]
    const now = after[right]
    if (old && now) pairs.set(now, old)
  }
  return pairs
}

function takenOut({ sections, remarks }: Rubric): (readonly [Criterion, readonly string[]])[] {
  return sections.flatMap(({ criteria }) =>
    criteria.map((criterion) => {
      const corrected = remarks.filter(({ kind, criterionId }) => kind === 'corrected' && criterionId === criterion.id)
      return [criterion, corrected.map(({ quote }) => quote)] as const
    }),
  )
}

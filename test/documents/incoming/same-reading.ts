import { readFileSync } from 'node:fs'
import type { SourcePlace } from '../../../src/core/kernel/source-place.ts'
import { id, type RubricId } from '../../../src/core/kernel/identifiers.ts'
import { compileNotice } from '../../../src/core/notice/compile-notice.ts'
import { placesIn } from '../../../src/core/notice/source/places-in.ts'
import type { Rubric } from '../../../src/core/rubric/rubric.ts'

/**
 * A rubric without where its words stand in its source: what must be the same whatever form the notice was issued in. Sections,
 * criteria, clauses, relations, questions, remarks and their wordings all stay.
 */
export function readingOf(rubric: Rubric): unknown {
  return withoutSpans(rubric)
}

/** The committed reading of a notice of the project, without places. */
export function goldenReading(name: string): unknown {
  return readingOf(JSON.parse(readFileSync(`notices/${name}/rubric.json`, 'utf8')) as Rubric)
}

export function compiled(source: string, name: string): Rubric {
  return compileNotice(source, { rubricId: id<RubricId>(name) }).rubric
}

/** Where the words of each clause stand, by its id: the place of the first of them. */
export function clausePlaces(rubric: Rubric, source: string): ReadonlyMap<string, SourcePlace> {
  const clauses = rubric.sections.flatMap(({ criteria }) => criteria).flatMap((criterion) => criterion.clauses)
  const find = placesIn(source)
  return new Map(clauses.map((clause) => [clause.id as string, find(clause.span.start)]))
}

function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => (key === 'span' ? [] : [[key, withoutSpans(held)]])),
  )
}

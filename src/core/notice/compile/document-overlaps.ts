import type { ClauseId } from '../../kernel/identifiers.ts'
import type { Question } from '../../rubric/question.ts'
import type { Relation } from '../../rubric/relation.ts'
import type { CriterionReading } from './compile-criterion.ts'
import { eventClauses, type EventClause } from './event-clauses.ts'
import { criterionQuestion } from './criterion-question.ts'

/** double-count across criteria: an empty post priced twice, a quarrel that becomes a complaint, a complaint in two systems. */
export function documentOverlaps(readings: readonly CriterionReading[], relations: readonly Relation[]): Question[] {
  const complaints = eventClauses(readings, 'complaint')
  const quarrels = eventClauses(readings, 'quarrel')
  return [
    ...overlap(eventClauses(readings, 'absence')),
    ...(quarrels.length > 0 ? overlap([...quarrels, ...complaints]) : []),
    ...twoSystems(complaints, relations),
  ]
}

function overlap(group: readonly EventClause[]): Question[] {
  const first = group[0]
  if (!first || new Set(group.map(({ reading }) => reading.criterion.id)).size < 2) return []
  return [criterionQuestion(first.reading, 'double-count', unique(group))]
}

/** The notice may settle one way only (好差评 that becomes 12345): asked where it says so, else at the last of them. */
function twoSystems(complaints: readonly EventClause[], relations: readonly Relation[]): Question[] {
  if (new Set(complaints.map(({ reading }) => reading.criterion.id)).size < 2) return []
  const settled = relations.find((relation) => relation.kind === 'charged-as')
  const pair = settled?.kind === 'charged-as' ? [settled.to, settled.from] : unique(complaints)
  const place = complaints.findLast(({ clauseId }) => pair.includes(clauseId))
  return place ? [criterionQuestion(place.reading, 'double-count', pair)] : []
}

function unique(group: readonly EventClause[]): ClauseId[] {
  return [...new Set(group.map(({ clauseId }) => clauseId))]
}

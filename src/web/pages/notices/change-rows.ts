import { formatPoints } from '../../../core/kernel/points.ts'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import type { Clause } from '../../../core/rubric/clause.ts'
import { conditionInWords } from '../../../core/rubric/condition-in-words.ts'
import { priceInWords } from '../../../core/rubric/price-in-words.ts'
import type { AskedCorrection } from '../../../core/rubric/correction.ts'
import type { RubricChange } from '../../../core/rubric/rubric-change.ts'
import type { Criterion, Rubric, Section } from '../../../core/rubric/rubric.ts'
import { citation } from '../notice/margin-questions.ts'

export type ChangeName = 'added' | 'removed' | 'repriced' | 'conditioned' | 'reworded' | 'moved'

/** One difference as a row: what, of which part, where it was and is, and both sides. */
export interface ChangeRow {
  readonly name: ChangeName
  readonly part: 'section' | 'criterion' | 'clauseWord' | 'total'
  /** Null where it is not on that side. */
  readonly before: ChangeSide | null
  readonly after: ChangeSide | null
}

export interface ChangeSide {
  readonly place: string
  /** The notice's own wording; empty where the difference is a number. */
  readonly text: string
  /** What was read of it: points, a price, conditions. Null says that there are none. */
  readonly reading: string | null
  /** Where a person corrected that reading. */
  readonly correction?: AskedCorrection
}

export function changeRow(change: RubricChange, before: Rubric, after: Rubric): ChangeRow {
  switch (change.kind) {
    case 'section-added':
      return { name: 'added', part: 'section', before: null, after: sectionSide(change.section) }
    case 'section-removed':
      return { name: 'removed', part: 'section', before: sectionSide(change.section), after: null }
    case 'section-retitled':
    case 'section-moved':
    case 'section-points-changed':
      return {
        name: change.kind === 'section-moved' ? 'moved' : change.kind === 'section-retitled' ? 'reworded' : 'repriced',
        part: 'section',
        before: sectionSide(change.before),
        after: sectionSide(change.after),
      }
    case 'criterion-added':
      return { name: 'added', part: 'criterion', before: null, after: criterionSide(change.criterion, after) }
    case 'criterion-removed':
      return { name: 'removed', part: 'criterion', before: criterionSide(change.criterion, before), after: null }
    case 'criterion-reworded':
    case 'criterion-moved':
    case 'criterion-points-changed':
      return {
        name: change.kind === 'criterion-moved' ? 'moved' : change.kind === 'criterion-reworded' ? 'reworded' : 'repriced',
        part: 'criterion',
        before: criterionSide(change.before, before),
        after: criterionSide(change.after, after),
      }
    case 'clause-added':
      return { name: 'added', part: 'clauseWord', before: null, after: clauseSide(change.clause, after) }
    case 'clause-removed':
      return { name: 'removed', part: 'clauseWord', before: clauseSide(change.clause, before), after: takenOut(change.clause, after) }
    case 'clause-conditioned':
      return {
        name: 'conditioned',
        part: 'clauseWord',
        before: { ...clauseSide(change.before, before), reading: conditionsOf(change.before) },
        after: { ...clauseSide(change.after, after), reading: conditionsOf(change.after) },
      }
    case 'clause-repriced':
    case 'clause-reworded':
    case 'clause-moved':
      return {
        name: change.kind === 'clause-repriced' ? 'repriced' : change.kind === 'clause-moved' ? 'moved' : 'reworded',
        part: 'clauseWord',
        before: clauseSide(change.before, before),
        after: clauseSide(change.after, after),
      }
    case 'total-changed': {
      const side = (points: number | null): ChangeSide => ({ place: '', text: '', reading: pointsOf(points) })
      return { name: 'repriced', part: 'total', before: side(change.before), after: side(change.after) }
    }
    default:
      return unreachable(change)
  }
}

function sectionSide({ label, id, title, maxPoints }: Section): ChangeSide {
  return { place: label || id, text: title, reading: pointsOf(maxPoints) }
}

function criterionSide(criterion: Criterion, { sections }: Rubric): ChangeSide {
  const section = sections.find(({ criteria }) => criteria.includes(criterion))
  const place = `${section?.label ?? ''}.${criterion.label || criterion.id.split('.').at(-1)}`
  return { place, text: criterion.text, reading: pointsOf(criterion.maxPoints) }
}

function clauseSide(clause: Clause, rubric: Rubric): ChangeSide {
  return {
    place: citation(rubric, clause.id),
    text: clause.quote,
    reading: priceInWords(clause),
    ...(clause.correction === undefined ? {} : { correction: clause.correction }),
  }
}

/** A sentence that is still there and that a person says is no clause. */
function takenOut({ quote }: Clause, { remarks }: Rubric): ChangeSide | null {
  const correction = remarks.find((remark) => remark.correction !== undefined && remark.quote === quote)?.correction
  if (correction === undefined) return null
  return { place: correction.clauseId, text: quote, reading: null, correction }
}

function conditionsOf({ conditions }: Clause): string | null {
  return conditions.length === 0 ? null : conditions.map(conditionInWords).join('；')
}

function pointsOf(points: number | null): string | null {
  return points === null ? null : formatPoints(points)
}

import type { BonusId, ClauseId, FindingId } from '../../core/kernel/identifiers.ts'
import type { Points } from '../../core/kernel/points.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import { clauseName } from '../../core/rubric/clause-name.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { DayCounts } from './days-left.ts'
import type { Todo } from './todos-in.ts'

/** What waits, with what a person weighs it by before opening it. */
export interface TodoView extends Omit<Todo, 'due'> {
  /** Working days to `dueBy`, counted with the calendar that it was counted with; 0 is its last day, negative late, null no deadline. */
  readonly daysLeft: number | null
  /** Working days since anything was last done about it; null for what no finding or bonus is about. */
  readonly daysWaited: number | null
  readonly centerName: string | null
  /** Of the finding or bonus, as people call it. */
  readonly number: number | null
  readonly clauseId: ClauseId | null
  /** As the notice numbers it: 五.2. */
  readonly clauseName: string | null
  /** In the words of who reported or applied; of a question, what is open. */
  readonly matter: string | null
  /** What a person has to decide within. */
  readonly range: TodoRange | null
  /** Of a question: how many centers' scores it keeps open. */
  readonly affects: number | null
}

export interface TodoRange {
  readonly direction: 'deduct' | 'bonus'
  readonly min: Points
  readonly max: Points
}

export function todoView(live: LiveAssessment, days: DayCounts, { due, ...todo }: Todo): TodoView {
  const { state, told, adopted, scores } = live
  const { about, ref, centerId } = todo
  const subject = subjectOf(live, todo)
  const touched = ref === null ? undefined : told.touchedAt.get(ref as FindingId | BonusId)
  return {
    ...todo,
    daysLeft: due === null ? null : days.left(due),
    daysWaited: touched === undefined ? null : days.waited(dayOf(touched)),
    centerName: centerId === null ? null : (state.centers.get(centerId) ?? centerId),
    ...subject,
    clauseName: subject.clauseId === null ? null : clauseName(adopted.rubric, subject.clauseId),
    range: subject.clauseId === null || !DECIDES.has(todo.kind) ? null : rangeOf(adopted.rubric, subject.clauseId),
    affects:
      about === 'question'
        ? scores.sheets().filter(({ open }) => open.some((one) => one.kind === 'question' && one.ref === ref)).length
        : null,
  }
}

/** The soonest first; of what has no deadline, what has waited longest. */
export function pressingFirst(one: TodoView, other: TodoView): number {
  const left = (one.daysLeft ?? Infinity) - (other.daysLeft ?? Infinity)
  return Number.isNaN(left) || left === 0 ? (other.daysWaited ?? -1) - (one.daysWaited ?? -1) : left
}

function subjectOf({ state, adopted }: LiveAssessment, { about, ref }: Pick<Todo, 'about' | 'ref'>) {
  if (about === 'finding') {
    const finding = state.findings.get(ref as FindingId)
    return {
      clauseId: finding?.decision?.clauseId ?? finding?.clauseId ?? null,
      matter: finding?.description ?? null,
      number: finding === undefined ? null : caseNumber(finding),
    }
  }
  if (about === 'bonus') {
    const bonus = state.bonuses.get(ref as BonusId)
    return {
      clauseId: bonus?.clauseId ?? null,
      matter: bonus?.description ?? null,
      number: bonus === undefined ? null : caseNumber(bonus),
    }
  }
  const question = about === 'question' ? adopted.rubric.questions.find(({ id }) => id === ref) : undefined
  return { clauseId: question?.clauseIds[0] ?? null, matter: question?.why ?? null, number: null }
}

const DECIDES: ReadonlySet<Todo['kind']> = new Set([
  'finding-to-notify',
  'finding-to-decide',
  'amount-to-decide',
  'appeal-to-review',
  'bonus-to-approve',
])

function rangeOf(rubric: Rubric, clauseId: ClauseId): TodoRange | null {
  const clause = findClause(rubric, clauseId)
  if (clause?.amount.kind !== 'range' || (clause.direction !== 'deduct' && clause.direction !== 'bonus')) return null
  const { min, max } = clause.amount
  return { direction: clause.direction, min, max }
}

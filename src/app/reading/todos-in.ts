import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import type { Actor } from '../people/actor.ts'
import { may, type Action } from '../people/who-may.ts'
import { bonusSteps, findingSteps, wholeSteps, type Step } from './next-steps.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'

/** Something that waits for a person. `dueBy` null where no day is set. */
export interface Todo {
  readonly assessmentId: AssessmentId
  readonly kind: Step['kind']
  readonly about: Step['about']
  /** The id of the finding, bonus or question; null for the assessment itself. */
  readonly ref: string | null
  readonly centerId: CenterId | null
  readonly dueBy: PlainDate | null
  readonly due: Deadline | null
  readonly text: string
  readonly link: string
}

/** What waits for the actor in one assessment, soonest first. */
export function todosIn(live: LiveAssessment, actor: Actor, today: PlainDate): Todo[] {
  const { state, header } = live
  const steps = [...wholeSteps(live, today)]
  // A sealed assessment has to be reopened before anything about a finding goes on.
  if (state.seal === null) {
    for (const finding of state.findings.values()) steps.push(...findingSteps(live, finding, today))
    for (const bonus of state.bonuses.values()) steps.push(...bonusSteps(live, bonus))
  }
  return steps
    .filter((step) => isFor(step, actor))
    .map(({ kind, about, ref, centerId, dueBy, due, text, link }) => ({
      assessmentId: header.assessmentId,
      kind,
      about,
      ref,
      centerId,
      dueBy,
      due,
      text,
      link,
    }))
    .sort(soonerFirst)
}

function soonerFirst(one: Todo, other: Todo): number {
  const [a, b] = [one.dueBy ?? LAST, other.dueBy ?? LAST]
  return a === b ? 0 : a < b ? -1 : 1
}

const LAST = '9999-12-31'

/** Acts of the office that nobody does for the own center. */
const RECUSED: ReadonlySet<Action> = new Set([
  'finding.substantiate',
  'rectification.review',
  'bonus.approve',
  'appeal.review',
])

/** Whether the step is the actor’s to take. */
export function isFor({ action, centerId, notBy }: Step, actor: Actor): boolean {
  if (notBy.includes(actor.personId)) return false
  if (RECUSED.has(action) && centerId !== null && centerId === actor.centerId) return false
  return may(actor, action, centerId)
}

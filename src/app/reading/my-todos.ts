import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import { dayCounts } from './days-left.ts'
import { pressingFirst, todoView, type TodoView } from './todo-view.ts'
import { todosIn } from './todos-in.ts'

/** 待办: what waits for the actor, soonest first, in one assessment or (null) in all. One whose ledger cannot be read is passed over here: the list of assessments names it. */
export async function myTodos(
  office: Office,
  actor: Actor,
  only: AssessmentId | null = null,
): Promise<Acting<readonly TodoView[]>> {
  if (!may(actor, 'assessment.read', null)) return refusedActing('not-permitted')
  const headers = await office.ledgers.headers(actor.tenantId)
  if (!headers.ok) return headers
  const calendars = await office.people.calendars(actor.tenantId)
  if (!calendars.ok) return calendars
  const todos: TodoView[] = []
  const today = dayOf(office.clock.now())
  const days = dayCounts(calendars.value, today)
  for (const { assessmentId } of headers.value) {
    if (only !== null && assessmentId !== only) continue
    const looked = await office.live.look(actor.tenantId, assessmentId)
    if (!looked.ok || looked.value.head.seq === 0) continue
    for (const todo of todosIn(looked.value, actor, today)) todos.push(todoView(looked.value, days, todo))
  }
  return accepted(todos.sort(pressingFirst))
}

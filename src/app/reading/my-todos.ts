import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import { soonerFirst, todosIn, type Todo } from './todos-in.ts'

/** 待办: what waits for the actor in all assessments, soonest first. One whose ledger cannot be read is passed over here: the list of assessments names it. */
export async function myTodos(office: Office, actor: Actor): Promise<Acting<readonly Todo[]>> {
  if (!may(actor, 'assessment.read', null)) return refusedActing('not-permitted')
  const headers = await office.ledgers.headers(actor.tenantId)
  if (!headers.ok) return headers
  const todos: Todo[] = []
  const today = dayOf(office.clock.now())
  for (const { assessmentId } of headers.value) {
    const looked = await office.live.look(actor.tenantId, assessmentId)
    if (looked.ok && looked.value.head.seq > 0) todos.push(...todosIn(looked.value, actor, today))
  }
  return accepted(todos.sort(soonerFirst))
}

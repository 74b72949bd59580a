import { listTodos } from '../../api/routes/list-todos.ts'
import { myTodos } from '../../app/reading/my-todos.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listTodosRoute = route(listTodos, async ({ asker, query }, { office }) =>
  replied(await myTodos(office, asker.actor, query.assessmentId ?? null), (todos) =>
    answer({ todos: todos.slice(0, query.limit ?? todos.length), total: todos.length }),
  ),
)

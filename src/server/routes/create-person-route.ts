import { createPerson } from '../../api/routes/create-person.ts'
import { createPerson as createBy } from '../../app/people/create-person.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const createPersonRoute = route(createPerson, async ({ body, asker, trace }, { people }) =>
  replied(await createBy(people, asker.actor, body, trace), (created) => answer(created)),
)

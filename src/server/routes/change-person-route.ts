import { changePerson } from '../../api/routes/change-person.ts'
import { changeDetails } from '../../app/people/change-details.ts'
import { done, replied } from '../replied.ts'
import { route } from '../route.ts'

export const changePersonRoute = route(changePerson, async ({ params, body, asker, trace }, { people }) =>
  replied(await changeDetails(people, asker.actor, params.personId, body, trace), done),
)

import { setPersonState } from '../../api/routes/set-person-state.ts'
import { setPersonState as setBy } from '../../app/people/set-person-state.ts'
import { done, replied } from '../replied.ts'
import { route } from '../route.ts'

export const setPersonStateRoute = route(setPersonState, async ({ params, body, asker, trace }, { people }) =>
  replied(await setBy(people, asker.actor, params.personId, body.state, trace), done),
)

import { createToken } from '../../api/routes/create-token.ts'
import { createApiToken } from '../../app/people/create-api-token.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const createTokenRoute = route(createToken, async ({ body, asker, trace }, { people }) =>
  replied(await createApiToken(people, asker.actor, body, trace), (created) => answer(created)),
)

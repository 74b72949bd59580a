import { revokeToken } from '../../api/routes/revoke-token.ts'
import { revokeApiToken } from '../../app/people/manage-api-tokens.ts'
import { done, replied } from '../replied.ts'
import { route } from '../route.ts'

export const revokeTokenRoute = route(revokeToken, async ({ params, asker, trace }, { people }) =>
  replied(await revokeApiToken(people, asker.actor, params.tokenId, trace), done),
)

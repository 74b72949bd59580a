import { listTokens } from '../../api/routes/list-tokens.ts'
import { listApiTokens } from '../../app/people/manage-api-tokens.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listTokensRoute = route(listTokens, async ({ asker }, { people }) =>
  replied(await listApiTokens(people, asker.actor), (tokens) =>
    answer({ tokens: tokens.map((token) => ({ ...token, scopes: [...token.scopes] })) }),
  ),
)

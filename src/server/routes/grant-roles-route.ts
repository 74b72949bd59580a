import { grantRoles } from '../../api/routes/grant-roles.ts'
import { grantRoles as grantBy } from '../../app/people/grant-roles.ts'
import { done, replied } from '../replied.ts'
import { route } from '../route.ts'

export const grantRolesRoute = route(grantRoles, async ({ params, body, asker, trace }, { people }) =>
  replied(await grantBy(people, asker.actor, params.personId, body, trace), done),
)

import { readMe } from '../../api/routes/read-me.ts'
import { ACTIONS, may } from '../../app/people/who-may.ts'
import { csrfTokenOf } from '../check-origin.ts'
import { answer, route } from '../route.ts'

export const readMeRoute = route(readMe, async ({ asker: { actor, standing, credential } }, { secrets, clock }) =>
  answer({
    district: actor.tenantId,
    personId: actor.personId,
    name: actor.name,
    roles: [...actor.roles],
    centerId: actor.centerId,
    standing,
    actions: ACTIONS.filter((action) => may(actor, action, null)),
    now: clock.now(),
    csrfToken: credential.kind === 'session' ? csrfTokenOf(credential.text, secrets) : null,
  }),
)

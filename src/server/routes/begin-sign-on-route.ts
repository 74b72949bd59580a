import { beginSignOn } from '../../api/routes/begin-sign-on.ts'
import { ATTEMPT_SECONDS, beginSignOn as beginBy } from '../../app/people/begin-sign-on.ts'
import { refuse } from '../../app/people/people-refusals.ts'
import { attemptCookieName } from '../read-credential.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const beginSignOnRoute = route(beginSignOn, async ({ params, origin }, { people, signOns }) => {
  const signOn = signOns.get(params.district)
  if (signOn === undefined) return refuse('sign-on-unavailable')
  return replied(await beginBy(people, params.district, signOn.provider), ({ attempt, url }) =>
    answer(null, {
      headers: { location: url },
      // Lax: the browser comes back from another site, and has to bring it.
      cookies: [{ name: attemptCookieName(origin), value: attempt, maxAge: ATTEMPT_SECONDS, isLax: true }],
    }),
  )
})

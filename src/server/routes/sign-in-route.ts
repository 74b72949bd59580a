import { signIn } from '../../api/routes/sign-in.ts'
import { refuse } from '../../app/people/people-refusals.ts'
import { signIn as signInBy } from '../../app/people/sign-in.ts'
import { sessionCookieName } from '../read-credential.ts'
import { replied } from '../replied.ts'
import { route } from '../route.ts'
import { sessionAnswer } from '../session-answer.ts'
import { soleDistrict } from '../sole-district.ts'

export const signInRoute = route(signIn, async ({ body, cookie, origin, trace }, parts) => {
  const tenantId = body.district ?? (await soleDistrict(parts))
  if (tenantId === null) return refuse('tenant-unknown')
  const opened = await signInBy(
    parts.people,
    {
      tenantId,
      username: body.username,
      password: body.password,
      code: body.code ?? null,
      replacing: cookie(sessionCookieName(origin)),
    },
    trace,
  )
  return replied(opened, (session) => sessionAnswer(session, origin, parts))
})

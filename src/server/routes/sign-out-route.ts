import { signOut } from '../../api/routes/sign-out.ts'
import { signOut as signOutBy } from '../../app/people/sign-out.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'
import { sessionCookie } from '../session-answer.ts'

export const signOutRoute = route(signOut, async ({ asker, origin, trace }, { people }) =>
  replied(await signOutBy(people, asker.credential.text, trace), () =>
    answer(null, { cookies: [sessionCookie(origin, null)] }),
  ),
)

import { finishSignOn } from '../../api/routes/finish-sign-on.ts'
import { finishSignOn as finishBy } from '../../app/people/finish-sign-on.ts'
import { refuse } from '../../app/people/people-refusals.ts'
import { attemptCookieName, sessionCookieName } from '../read-credential.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'
import { sessionCookie } from '../session-answer.ts'

export const finishSignOnRoute = route(finishSignOn, async ({ params, origin, url, cookie, trace }, parts) => {
  const signOn = parts.signOns.get(params.district)
  if (signOn === undefined) return refuse('sign-on-unavailable')
  const attempt = cookie(attemptCookieName(origin))
  if (attempt === null) return refuse('sign-on-expired')
  const back = {
    district: params.district,
    attempt,
    callbackUrl: `${origin}${url}`,
    replacing: cookie(sessionCookieName(origin)),
  }
  const opened = await finishBy(parts.people, signOn.provider, signOn.rule, back, trace)
  return replied(opened, ({ token }) =>
    answer(ENTRANCE, {
      cookies: [
        sessionCookie(origin, token),
        { name: attemptCookieName(origin), value: null, maxAge: null, isLax: true },
      ],
    }),
  )
})

/** A redirect would still count as coming from the provider's site, and the strict cookie would stay behind. */
const ENTRANCE =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>登录成功</title><a href="/">进入系统</a></html>'

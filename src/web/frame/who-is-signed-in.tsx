import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, type ReactNode } from 'react'
import { call, type Answered } from '../client/call.ts'
import { noteServerTime } from '../client/server-clock.ts'
import { SessionProvider, type Session } from '../client/session.tsx'

/** Everything below knows who is signed in; nothing is drawn before that is known. */
export function WhoIsSignedIn({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const { data: me, isPending } = useQuery({ queryKey: ['who-is-signed-in'], queryFn: readMe, staleTime: Infinity })
  const renew = useCallback(async () => {
    queries.setQueryData(['who-is-signed-in'], await readMe())
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'who-is-signed-in' })
  }, [queries])
  const session = useMemo<Session>(() => ({ me: me ?? null, csrfToken: me?.csrfToken ?? null, renew }), [me, renew])
  return isPending ? null : <SessionProvider session={session}>{children}</SessionProvider>
}

/** Without a network the last person stays: an inspector in a basement is still the inspector. */
async function readMe(): Promise<Answered<'readMe'> | null> {
  const told = await call('readMe', {}, { csrfToken: null })
  if (told.ok) {
    noteServerTime(told.value.now)
    localStorage.setItem(LAST, JSON.stringify({ ...told.value, csrfToken: null }))
    return told.value
  }
  if (told.problem.code !== 'unreachable') {
    localStorage.removeItem(LAST)
    return null
  }
  const last = localStorage.getItem(LAST)
  return last === null ? null : (JSON.parse(last) as Answered<'readMe'>)
}

const LAST = 'mingheng.last-person'

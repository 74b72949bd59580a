import { createContext, use, type ReactNode } from 'react'
import type { Answered } from './call.ts'

/** Who is signed in; `me` is null for the public. */
export interface Session {
  readonly me: Answered<'readMe'> | null
  readonly csrfToken: string | null
  /** Reads again who is signed in: after signing in or out, or where the server no longer knows the session. */
  readonly renew: () => Promise<void>
}

const SessionContext = createContext<Session>({ me: null, csrfToken: null, renew: async () => undefined })

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  return use(SessionContext)
}

/** Whether the person may, as the server said; the server checks again. */
export function useMay(): (action: string) => boolean {
  const { me } = useSession()
  return (action) => me?.actions.includes(action) ?? false
}

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call, newId, type Asked, type OperationId, type Told } from './call.ts'
import type { Problem } from './problem.ts'
import { useSession } from './session.tsx'

/** One act of a person: sent under one key however often it is tried, until it is done or something else is asked. */
export interface Act<Id extends OperationId> {
  readonly send: (asked: Asked<Id>) => Promise<Told<Id>>
  readonly isSending: boolean
  readonly problem: Problem | null
  readonly forget: () => void
}

/** After it is done, everything that is on the page is read anew. */
export function useAct<Id extends OperationId>(id: Id): Act<Id> {
  const { csrfToken } = useSession()
  const queries = useQueryClient()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const attempt = useRef({ asked: '', key: '' })
  const send = async (asked: Asked<Id>): Promise<Told<Id>> => {
    const text = JSON.stringify(asked)
    if (attempt.current.asked !== text) attempt.current = { asked: text, key: newId() }
    setSending(true)
    setProblem(null)
    const told = await call(id, { key: attempt.current.key, ...asked }, { csrfToken })
    setSending(false)
    if (told.ok) {
      attempt.current = { asked: '', key: '' }
      await queries.invalidateQueries()
    } else setProblem(told.problem)
    return told
  }
  return { send, isSending, problem, forget: () => setProblem(null) }
}

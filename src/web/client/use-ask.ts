import { useEffect, useRef, useState } from 'react'
import { call, type Answered, type Asked, type OperationId, type Told } from './call.ts'
import type { Problem } from './problem.ts'
import { useSession } from './session.tsx'

/** A question that is long in the answering and asked only when a person says so. It changes nothing, so nothing is read anew. */
export interface Question<Id extends OperationId> {
  readonly send: (asked: Asked<Id>) => Promise<Told<Id> | null>
  readonly answer: Answered<Id> | null
  readonly problem: Problem | null
  readonly isAsking: boolean
  /** Stops waiting and forgets the answer: what it rested on has changed. */
  readonly forget: () => void
}

export function useAsk<Id extends OperationId>(id: Id): Question<Id> {
  const { csrfToken } = useSession()
  const [told, setTold] = useState<Told<Id> | null>(null)
  const [isAsking, setAsking] = useState(false)
  const asking = useRef<AbortController | null>(null)
  useEffect(() => () => asking.current?.abort(), [])
  const forget = () => {
    asking.current?.abort()
    asking.current = null
    setTold(null)
    setAsking(false)
  }
  const send = async (asked: Asked<Id>): Promise<Told<Id> | null> => {
    forget()
    const own = new AbortController()
    asking.current = own
    setAsking(true)
    try {
      const answered = await call(id, asked, { csrfToken, signal: own.signal })
      if (own.signal.aborted) return null
      setTold(answered)
      setAsking(false)
      return answered
    } catch (error) {
      if (own.signal.aborted) return null
      throw error
    }
  }
  return {
    send,
    answer: told?.ok === true ? told.value : null,
    problem: told?.ok === false ? told.problem : null,
    isAsking,
    forget,
  }
}

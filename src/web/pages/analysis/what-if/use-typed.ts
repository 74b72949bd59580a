import { useEffect, useState } from 'react'

const PATIENCE_MS = 250

/** What is typed into a search, and what of it is asked for when the hand rests. */
export function useTyped(): {
  readonly typed: string
  readonly search: string
  readonly type: (typed: string) => void
} {
  const [typed, type] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return { typed, search, type }
}

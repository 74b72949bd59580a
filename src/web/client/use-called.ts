import { useMemo } from 'react'
import { useAnswer } from './use-answer.ts'

/** How a person is called; the id itself where nobody of the district has it any more. */
export function useCalled(): (personId: string) => string {
  const { answer } = useAnswer('nameColleagues', {})
  const names = useMemo(
    () => new Map(answer?.colleagues.map(({ personId, called }) => [String(personId), called]) ?? []),
    [answer],
  )
  return (personId) => names.get(personId) ?? personId
}

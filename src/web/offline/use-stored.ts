import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'

/** What a query of the phone's store answers, renewed whenever any tab changes what it rests on; undefined before the first answer. */
export function useStored<Value>(ask: () => Promise<Value>, rests: readonly unknown[]): Value | undefined {
  const [answer, setAnswer] = useState<{ readonly rests: readonly unknown[]; readonly value: Value }>()
  useEffect(() => {
    const subscription = liveQuery(ask).subscribe({ next: (value) => setAnswer({ rests, value }) })
    return () => subscription.unsubscribe()
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, rests)
  return answer !== undefined && answer.rests.every((one, place) => one === rests[place]) ? answer.value : undefined
}

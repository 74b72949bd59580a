import { useEffect, useState, useSyncExternalStore } from 'react'
import { waitingVisits } from '../../offline/gather-visits.ts'
import type { OutboxState } from '../../offline/outbox.ts'
import { useStored } from '../../offline/use-stored.ts'
import { usePhone } from './use-phone.tsx'

/** How much waits to be sent, and what sending is at. Held ones wait for a person and are not counted. */
export function usePending(): { readonly count: number; readonly sending: OutboxState; readonly isOnline: boolean } {
  const { store, personId, outbox } = usePhone()
  const sending = useSyncExternalStore(outbox.listen, outbox.state)
  const isOnline = useOnline()
  const count =
    useStored(
      async () =>
        (await store.records
          .where({ pile: 'ready' })
          .filter((record) => record.personId === personId && record.held === null)
          .count()) + (await waitingVisits(store, personId)).length,
      [store, personId],
    ) ?? 0
  return { count, sending, isOnline }
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const note = () => setOnline(navigator.onLine)
    addEventListener('online', note)
    addEventListener('offline', note)
    return () => {
      removeEventListener('online', note)
      removeEventListener('offline', note)
    }
  }, [])
  return isOnline
}

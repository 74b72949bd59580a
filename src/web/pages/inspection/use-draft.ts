import { useCallback, useEffect, useRef, useState } from 'react'
import type { InspectionRecord } from '../../offline/inspection-record.ts'
import type { PhoneStore } from '../../offline/phone-store.ts'

export interface Draft {
  readonly draft: InspectionRecord
  readonly change: (part: Partial<InspectionRecord>) => void
  /** Resolves when everything typed so far is on the disk; false where the phone had no room for it. */
  readonly flush: () => Promise<boolean>
  readonly isKept: boolean
  /** The phone had no room for it: it stands on the page only. */
  readonly isRefused: boolean
}

/**
 * Saves as one types: each change is written at once, and while a write is under way only the last of those that follow
 * waits. A record that has left the drafts meanwhile, in this tab or another, is not brought back.
 */
export function useDraft(store: PhoneStore, begun: InspectionRecord): Draft {
  const [draft, setDraft] = useState(begun)
  const [isKept, setKept] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const latest = useRef(begun)
  const written = useRef(begun)
  const writing = useRef<Promise<boolean> | null>(null)
  const flush = useCallback((): Promise<boolean> => {
    writing.current ??= (async () => {
      while (written.current !== latest.current) {
        const next = latest.current
        await keep(store, next)
        written.current = next
      }
      setKept(true)
      setRefused(false)
      return true
    })()
      .catch(() => {
        setRefused(true)
        return false
      })
      .finally(() => {
        writing.current = null
      })
    return writing.current
  }, [store])
  useEffect(() => () => void flush(), [flush])
  const change = (part: Partial<InspectionRecord>) => {
    latest.current = { ...latest.current, ...part }
    setDraft(latest.current)
    setKept(false)
    void flush()
  }
  return { draft, change, flush, isKept, isRefused }
}

async function keep(store: PhoneStore, draft: InspectionRecord): Promise<void> {
  await store.transaction('rw', store.records, async () => {
    const known = await store.records.get(draft.id)
    if (known === undefined || known.pile === 'draft')
      await store.records.put({ ...draft, key: known?.key ?? draft.key })
  })
}

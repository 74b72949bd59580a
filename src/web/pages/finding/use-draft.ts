import { useEffect, useState } from 'react'
import { keepHere, keptValue } from '../../ui/kept-here.ts'
import { isDraft, isTouched, type DecisionDraft } from './decision-draft.ts'

export interface KeptDraft {
  readonly draft: DecisionDraft
  readonly change: (part: Partial<DecisionDraft>) => void
  readonly replace: (draft: DecisionDraft) => void
  readonly isTouched: boolean
  /** When it was last kept on the device, as the device's clock says; null where nothing is kept. */
  readonly keptAt: string | null
  readonly isKeepingRefused: boolean
}

const PATIENCE_MS = 400

/** Kept on the device at every word, so that whoever leaves at once loses none; that it is kept is said when the hand rests. */
export function useDraft(place: string, fresh: DecisionDraft): KeptDraft {
  const [draft, setDraft] = useState(() => keptValue(place, isDraft) ?? fresh)
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const [isKeepingRefused, setKeepingRefused] = useState(false)
  const isWorthKeeping = isTouched(draft, fresh)
  useEffect(() => {
    const isKept = keepHere(place, isWorthKeeping ? JSON.stringify(draft) : null)
    const say = () => {
      setKeepingRefused(!isKept)
      if (isKept) setKeptAt(new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' }))
    }
    if (!isWorthKeeping) {
      setKeptAt(null)
      return undefined
    }
    const timer = setTimeout(say, PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [draft, isWorthKeeping, place])
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    replace: setDraft,
    isTouched: isWorthKeeping,
    keptAt,
    isKeepingRefused,
  }
}

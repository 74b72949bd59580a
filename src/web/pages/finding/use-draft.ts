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

/** Kept on the device a moment after the hand rests, so that a closed tab or a lost connection costs no word. */
export function useDraft(place: string, fresh: DecisionDraft): KeptDraft {
  const [draft, setDraft] = useState(() => keptValue(place, isDraft) ?? fresh)
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const [isKeepingRefused, setKeepingRefused] = useState(false)
  const isWorthKeeping = isTouched(draft, fresh)
  useEffect(() => {
    if (!isWorthKeeping) {
      keepHere(place, null)
      setKeptAt(null)
      return undefined
    }
    const keep = () => {
      const isKept = keepHere(place, JSON.stringify(draft))
      setKeepingRefused(!isKept)
      if (isKept) setKeptAt(new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' }))
    }
    const timer = setTimeout(keep, PATIENCE_MS)
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', keep)
    }
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

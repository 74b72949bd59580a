import { useEffect, useState } from 'react'
import type { AskedCorrection } from '../../../core/rubric/correction.ts'
import { keepHere, keptValue } from '../../ui/kept-here.ts'

/** A notice on its way to being adopted, as a person has it so far. */
export interface NoticeDraft {
  readonly text: string
  readonly name: string
  readonly corrections: readonly AskedCorrection[]
}

export interface KeptNoticeDraft {
  readonly draft: NoticeDraft
  readonly change: (part: Partial<NoticeDraft>) => void
  /** Adopted: nothing is kept of it here any more. */
  readonly forget: () => void
}

const FRESH: NoticeDraft = { text: '', name: '', corrections: [] }
/** Kept on the device for the person alone, at every change: whoever leaves at once loses no correction. */
export function useNoticeDraft(personId: string): KeptNoticeDraft {
  const place = `notice-draft.${personId}`
  const [draft, setDraft] = useState(() => keptValue(place, isNoticeDraft) ?? FRESH)
  useEffect(() => {
    keepHere(place, draft.text === '' ? null : JSON.stringify(draft))
  }, [draft, place])
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    forget: () => {
      setDraft(FRESH)
      keepHere(place, null)
    },
  }
}

/** What a correction says is checked where it is compiled: one that fits no reading is told there. */
function isNoticeDraft(value: unknown): value is NoticeDraft {
  const draft = value as Partial<NoticeDraft> | null
  return (
    typeof draft?.text === 'string' &&
    typeof draft.name === 'string' &&
    Array.isArray(draft.corrections) &&
    draft.corrections.every(
      (one: Partial<AskedCorrection> | null) =>
        typeof one?.clauseId === 'string' &&
        typeof one.quote === 'string' &&
        typeof one.reason === 'string' &&
        typeof one.read === 'object' &&
        typeof one.given === 'object',
    )
  )
}

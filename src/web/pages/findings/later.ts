import { useState } from 'react'
import { useSession } from '../../client/session.tsx'
import { keepHere, keptValue } from '../../ui/kept-here.ts'

/** 以后再看: what a person put aside on this device. It says nothing to anybody else and stops no deadline. */
export function useLater(assessmentId: string): {
  readonly later: ReadonlySet<string>
  readonly turn: (findingId: string) => void
} {
  const { me } = useSession()
  const place = `later.${me?.district}.${me?.personId}.${assessmentId}`
  const [later, setLater] = useState<ReadonlySet<string>>(() => new Set(keptValue(place, isTexts) ?? []))
  return {
    later,
    turn: (findingId) => {
      const next = new Set(later)
      if (!next.delete(findingId)) next.add(findingId)
      setLater(next)
      keepHere(place, next.size === 0 ? null : JSON.stringify([...next]))
    },
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

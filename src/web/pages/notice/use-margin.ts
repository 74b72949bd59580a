import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { layMargin } from './margin-layout.ts'

/** A note to be placed: beside the element with `data-anchor`, itself the element with `data-note`. */
export interface PlacedNote {
  readonly id: string
  readonly anchor: string
  readonly isPinned: boolean
}

export interface Margin {
  readonly tops: ReadonlyMap<string, number>
  /** What the notes need in all: more than the document, where there are many at its end. */
  readonly height: number
}

const GAP = 16
const NOWHERE: Margin = { tops: new Map(), height: 0 }

/** Measures phrases and notes and lays the notes beside their phrases, again whenever one of them changes its size. */
export function useMargin(frame: RefObject<HTMLElement | null>, notes: readonly PlacedNote[], isOn: boolean): Margin {
  const [margin, setMargin] = useState(NOWHERE)
  const last = useRef('')
  const key = notes.map(({ id, anchor, isPinned }) => `${id}@${anchor}${isPinned ? '!' : ''}`).join(' ')
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null || !isOn) return
    const lay = () => {
      const top = element.getBoundingClientRect().top
      const measured = notes.flatMap(({ id, anchor, isPinned }) => {
        const phrase = element.querySelector(`[data-anchor="${CSS.escape(anchor)}"]`)
        const note = element.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)
        if (phrase === null || note === null) return []
        const at = phrase.getBoundingClientRect().top - top - (isPinned ? 24 : 0)
        return [{ id, at: Math.max(0, Math.round(at)), height: note.offsetHeight, isPinned }]
      })
      const tops = layMargin(measured, GAP)
      const height = Math.max(0, ...measured.map((one) => (tops.get(one.id) ?? 0) + one.height))
      const said = JSON.stringify([...tops])
      if (said === last.current) return
      last.current = said
      setMargin({ tops, height })
    }
    lay()
    const observer = new ResizeObserver(lay)
    observer.observe(element)
    for (const note of element.querySelectorAll('[data-note]')) observer.observe(note)
    return () => observer.disconnect()
    // The key stands for the notes: the same notes in a new array are no reason to measure.
  }, [frame, key, isOn])
  return margin
}

import { useLayoutEffect, useRef } from 'react'
import { isDialogOpen, isInDialog } from './dialog.tsx'

/** What each key does, by `KeyboardEvent.key` in lower case. */
export type Keys = Readonly<Record<string, () => void>>

const TYPING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]'

/** Single keys for the whole page: silent while somebody types, holds a modifier or has a dialog open. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  // Before the page is seen: whoever sees it and is quick has keys.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (isDialogOpen()) return
      // What a dialog leaves behind while it fades has no say: whoever closes it and goes on by key loses no key.
      const target = event.target instanceof Element && !isInDialog(event.target) ? event.target : null
      if (target?.closest(TYPING)) return
      // Enter on a link or a button is that one's own.
      if (event.key === 'Enter' && target?.closest('a, button, [role=combobox]')) return
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

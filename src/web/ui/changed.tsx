import { useEffect, useRef, useState, type ReactNode } from 'react'

const SHOWN_MS = 4000

/**
 * A number that may change by itself: underlined for four seconds when it does. `of` is what it is a number of (a day): where that
 * changes too, the person asked for it.
 */
export function Changed({
  value,
  of,
  children,
}: {
  readonly value: number | string
  readonly of: string
  readonly children: ReactNode
}) {
  const before = useRef({ value, of })
  const [isNew, setNew] = useState(false)
  useEffect(() => {
    const isItself = before.current.of === of && before.current.value !== value
    before.current = { value, of }
    if (!isItself) return
    setNew(true)
    const timer = setTimeout(() => setNew(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [value, of])
  return <span className={isNew ? 'just-changed' : undefined}>{children}</span>
}

import { useEffect, useState } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

const PATIENCE_MS = 300

/** The rules of a table with nothing in them yet; not shown at all where the answer comes at once. */
export function Waiting({ rows }: { readonly rows: number }) {
  const text = useText(uiText)
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="waiting" aria-busy="true">
      <span className="vh">{text.waiting}</span>
      {isLong ? Array.from({ length: rows }, (_, row) => <i key={row} />) : null}
    </div>
  )
}

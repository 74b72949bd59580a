import { useEffect, useState } from 'react'
import { useAnswer } from '../client/use-answer.ts'
import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'
import { useStable } from './use-stable.ts'

const PATIENCE_MS = 300
const LONG_MS = 1000
const ASK_EVERY_MS = 1000

/** The rules of a table with nothing in them yet; not shown at all where the answer comes at once, and where it does not come at all, why. */
export function Waiting({ rows }: { readonly rows: number }) {
  const text = useText(uiText)
  const isLong = useAfter(PATIENCE_MS)
  const isVeryLong = useAfter(LONG_MS)
  return (
    <div className="waiting" aria-busy="true">
      <span className="vh">{text.waiting}</span>
      {isVeryLong ? <Reading /> : null}
      {isLong ? Array.from({ length: rows }, (_, row) => <i key={row} />) : null}
    </div>
  )
}

/** A server that has just started reads its ledgers first, and a city's first look those of its districts: how far it is. */
function Reading() {
  const text = useText(uiText)
  const { answer, renew, readAt } = useAnswer('readServiceState', {})
  // Several may wait on one page: the first of them asks for all.
  const ask = useStable(() => Date.now() - readAt >= ASK_EVERY_MS && renew())
  useEffect(() => {
    const timer = setInterval(ask, ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [ask])
  const reading = answer?.reading ?? null
  return reading === null ? null : <p className="cap">{text.reading(reading)}</p>
}

function useAfter(milliseconds: number): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return isOver
}

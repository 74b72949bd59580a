import { useEffect, useState } from 'react'
import { useText } from '../../text/language.tsx'
import { noticesText } from './notices-text.ts'

const SHOWN_AFTER_MS = 1_000

/** A document that the server is reading. What is done in a moment needs no bar. */
export function UnderWay({
  file: { name, bytes },
  onStop,
}: {
  readonly file: { readonly name: string; readonly bytes: number }
  readonly onStop: () => void
}) {
  const text = useText(noticesText)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), SHOWN_AFTER_MS)
    return () => clearInterval(timer)
  }, [])
  const words = text.reads(name, (Math.ceil(bytes / 1024 / 102.4) / 10).toString())
  return (
    <div className="notices-under-way">
      <p role="status">{words}</p>
      {seconds === 0 ? null : (
        <>
          <div role="progressbar" className="notices-track hatch" aria-label={words} />
          <p className="cap">
            <span>{text.readsFor(seconds)}</span>
            <button type="button" className="btn sm" onClick={onStop}>
              {text.stopReading}
            </button>
          </p>
        </>
      )}
    </div>
  )
}

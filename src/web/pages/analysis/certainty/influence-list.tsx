import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useText } from '../../../text/language.tsx'
import type { Certainty } from './certainty-answer.ts'
import { certaintyText } from './certainty-text.ts'

const SHOWN = 8

/** Open matters by the places that each alone can move, with the way to where it is decided. */
export function InfluenceList({ certainty, base }: { readonly certainty: Certainty; readonly base: string }) {
  const text = useText(certaintyText)
  const [isWhole, setWhole] = useState(false)
  const { influences } = certainty
  if (influences.length === 0) return <p className="note">{text.noInfluence}</p>
  const shown = isWhole ? influences : influences.slice(0, SHOWN)
  return (
    <>
      <ol className="certainty-influences">
        {shown.map((influence) => (
          <li key={`${influence.kind} ${influence.centerId ?? ''} ${influence.ref}`}>
            <span className="fig">{text.places(influence.places)}</span>
            <p>
              <Link to={whereOf(influence, base)}>{influence.name}</Link>
              <span>{influence.sentence}</span>
            </p>
          </li>
        ))}
      </ol>
      {shown.length === influences.length ? null : (
        <Button onClick={() => setWhole(true)}>{text.more(influences.length - shown.length)}</Button>
      )}
    </>
  )
}

/** Where somebody decides it. */
function whereOf({ kind, ref, centerId }: Certainty['influences'][number], base: string): string {
  if (kind === 'question') return `${base}/notice`
  if (kind === 'approval') return `${base}/bonuses/${encodeURIComponent(ref)}`
  if (kind === 'absence') return `${base}/sheets/${encodeURIComponent(centerId ?? '')}`
  return `${base}/findings/${encodeURIComponent(ref)}`
}

import { useState } from 'react'
import { useParams } from 'react-router'
import { id, type AssessmentId } from '../../core/kernel/identifiers.ts'
import { addressOf, type Answered } from '../client/call.ts'
import { useMay } from '../client/session.tsx'
import { useText } from '../text/language.tsx'
import { scoreSheetText } from './score-sheet-text.ts'

type Evidence = Answered<'readFinding'>['finding']['evidence'][number]

/** Every file with its name, time and digest; a photo with its picture. Who may not open files sees what there is. */
export function EvidenceThumbs({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const text = useText(scoreSheetText)
  if (evidence.length === 0) return <span className="cap">{text.noEvidence}</span>
  return (
    <div className="thumbs">
      {evidence.map((one) => (
        <EvidenceThumb key={one.digest} evidence={one} />
      ))}
    </div>
  )
}

function EvidenceThumb({ evidence: { digest, caption, claims } }: { readonly evidence: Evidence }) {
  const text = useText(scoreSheetText)
  const may = useMay()
  const { assessmentId } = useParams()
  const [isPicture, setPicture] = useState(true)
  const params = { assessmentId: id<AssessmentId>(assessmentId ?? ''), digest: digest as never }
  const address = addressOf('readEvidence', { params })
  const isOpen = may('evidence.read')
  return (
    <figure className="thumb">
      {isOpen && isPicture ? (
        <a href={address} download>
          <img
            src={addressOf('readSmallEvidence', { params })}
            alt={text.photo(caption)}
            loading="lazy"
            onError={() => setPicture(false)}
          />
        </a>
      ) : null}
      <figcaption className="cap">
        {isOpen && !isPicture ? (
          <a href={address} download>
            {caption}（{text.save}）
          </a>
        ) : (
          caption
        )}
        {claims?.takenAt === null || claims === null ? null : (
          <span className="nw">{text.taken(claims.takenAt.slice(0, 16).replace('T', ' '))}</span>
        )}
        <span title={digest}>
          {text.digest} <code>{digest.slice(0, 8)}</code>
        </span>
      </figcaption>
    </figure>
  )
}

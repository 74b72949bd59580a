import { useEffect, useState } from 'react'
import { addressOf } from '../client/call.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useText } from '../text/language.tsx'
import { Dialog } from './dialog.tsx'
import { evidenceText } from './evidence-text.ts'
import { ProblemNotice } from './problem-notice.tsx'
import './evidence-figures.css'

export interface ShownEvidence {
  readonly digest: string
  readonly caption: string
  readonly claims: {
    readonly takenAt: string | null
    readonly place: string | null
    readonly device: string | null
  } | null
}

/** Files as figures: what they show, what they claim of themselves, their digest. Each opens in a dialog. */
export function EvidenceFigures({
  evidence,
  assessmentId,
}: {
  readonly evidence: readonly ShownEvidence[]
  readonly assessmentId: string
}) {
  const text = useText(evidenceText)
  const [open, setOpen] = useState<ShownEvidence | null>(null)
  if (evidence.length === 0) return null
  return (
    <>
      <p className="evidence-label">{text.evidence(evidence.length)}</p>
      <div className="evidence-figures">
        {evidence.map((one) => (
          <figure key={one.digest}>
            <button type="button" aria-label={`${text.open} ${one.caption}`} onClick={() => setOpen(one)}>
              <EvidenceFile evidence={one} assessmentId={assessmentId} isThumbnail />
            </button>
            <figcaption>
              <b>{one.caption}</b>
              <Claims evidence={one} />
            </figcaption>
          </figure>
        ))}
      </div>
      <Dialog
        open={open !== null}
        width={960}
        title={open?.caption}
        footer={null}
        onCancel={() => setOpen(null)}
        destroyOnHidden
      >
        {open === null ? null : (
          <div className="evidence-full">
            <EvidenceFile evidence={open} assessmentId={assessmentId} isThumbnail={false} />
            <p className="cap">
              <Claims evidence={open} isWhole />
            </p>
            <p className="cap">
              <a
                href={addressOf('readEvidence', {
                  params: { assessmentId: assessmentId as never, digest: open.digest as never },
                })}
                download
              >
                {text.download}
              </a>{' '}
              {text.logged}
            </p>
          </div>
        )}
      </Dialog>
    </>
  )
}

function Claims({ evidence, isWhole = false }: { readonly evidence: ShownEvidence; readonly isWhole?: boolean }) {
  const text = useText(evidenceText)
  const { claims, digest } = evidence
  const said = [claims?.takenAt?.replace('T', ' ').slice(0, 16), claims?.place, claims?.device].filter(Boolean)
  return (
    <>
      {said.length === 0 ? null : (
        <span>
          {said.join(' ')} {text.claimed}
          <br />
        </span>
      )}
      <span className="code">{isWhole ? digest : `${digest.slice(0, 4)}…${digest.slice(-4)}`}</span>
    </>
  )
}

/** By what the server says it is: pictures are shown, sound and film played, all else is for downloading. */
function EvidenceFile({
  evidence: { digest, caption },
  assessmentId,
  isThumbnail,
}: {
  readonly evidence: ShownEvidence
  readonly assessmentId: string
  readonly isThumbnail: boolean
}) {
  const text = useText(evidenceText)
  const asked = { params: { assessmentId: assessmentId as never, digest: digest as never } }
  const { answer, problem, renew } = useAnswer('readEvidence', asked, { isForGood: true })
  const file = answer as unknown as Blob | null
  const url = useObjectUrl(file)
  if (problem !== null)
    return isThumbnail ? (
      <span className="evidence-none">{problem.detail}</span>
    ) : (
      <ProblemNotice problem={problem} onAgain={renew} />
    )
  if (file === null || url === null) return <span className="evidence-none" aria-busy="true" />
  const [kind] = file.type.split('/')
  if (kind === 'image') return <img src={url} alt={caption} />
  if (isThumbnail)
    return (
      <span className="evidence-none">{kind === 'audio' ? text.sound : kind === 'video' ? text.film : text.file}</span>
    )
  if (kind === 'audio') return <audio src={url} controls aria-label={caption} />
  if (kind === 'video') return <video src={url} controls aria-label={caption} />
  return <p>{text.noView}</p>
}

function useObjectUrl(file: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (file === null) return undefined
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}

import { useEffect, useState } from 'react'
import { addressOf } from '../client/call.ts'
import type { Problem } from '../client/problem.ts'
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
              <Thumbnail evidence={one} assessmentId={assessmentId} />
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
            <EvidenceFile evidence={open} assessmentId={assessmentId} />
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

interface OfEvidence {
  readonly evidence: ShownEvidence
  readonly assessmentId: string
}

/** A photo made small by the server: originals are megabytes each, and a page may show twenty. */
function Thumbnail({ evidence: { digest, caption }, assessmentId }: OfEvidence) {
  const text = useText(evidenceText)
  const asked = { params: { assessmentId: assessmentId as never, digest: digest as never } }
  const { answer, problem } = useAnswer('readSmallEvidence', asked, { isForGood: true })
  const url = useObjectUrl(answer)
  if (problem !== null) return <span className="evidence-none">{insteadOfPhoto(problem, text)}</span>
  if (url === null) return <span className="evidence-none" aria-busy="true" />
  return <img src={url} alt={caption} />
}

/** Mostly nothing is wrong with the file: it is no photo, or one that is not made small. */
function insteadOfPhoto({ code, kind = '', detail }: Problem, text: typeof evidenceText.zh): string {
  if (code === 'image-undecodable' || code === 'image-too-many-pixels') return text.photo
  if (code !== 'image-expected') return detail
  if (kind === 'mp4') return text.film
  return SOUND.has(kind) ? text.sound : text.file(kind.toUpperCase())
}

const SOUND: ReadonlySet<string> = new Set(['mp3', 'm4a', 'wav', 'amr', 'ogg', 'webm'])

/** By what the server says it is: pictures are shown, sound and film played, all else is for downloading. */
function EvidenceFile({ evidence: { digest, caption }, assessmentId }: OfEvidence) {
  const text = useText(evidenceText)
  const asked = { params: { assessmentId: assessmentId as never, digest: digest as never } }
  const { answer: file, problem, renew } = useAnswer('readEvidence', asked, { isForGood: true })
  const url = useObjectUrl(file)
  const [isShown, setShown] = useState(true)
  if (problem !== null) return <ProblemNotice problem={problem} onAgain={renew} />
  if (file === null || url === null) return <span className="evidence-none" aria-busy="true" />
  const [kind] = file.type.split('/')
  if (kind === 'image' && isShown) return <img src={url} alt={caption} onError={() => setShown(false)} />
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

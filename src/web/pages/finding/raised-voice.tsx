import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { EvidenceFigures } from '../../ui/evidence-figures.tsx'
import { findingWords } from '../../ui/finding-words-text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { findingText } from './finding-text.ts'
import { eventsOf, shortTime, type ShownFinding } from './shown-finding.ts'

/** The first voice: who or what raised it, with what they brought. */
export function RaisedVoice({ shown, assessmentId }: { readonly shown: ShownFinding; readonly assessmentId: string }) {
  const text = useText(findingText)
  const words = useText(findingWords)
  const { finding, history } = shown
  const [raised] = history
  const [reported] = eventsOf(history, 'FindingReported')
  const speaker = finding.detection === null ? SPEAKERS[finding.source] : 'data'
  return (
    <article className="finding-voice">
      <header>
        <h2>{text[speaker]}</h2>
        <span className="cap">
          {words[finding.source]}
          {raised === undefined ? null : ` ${shortTime(raised.actedAt)}`}
        </span>
      </header>
      <p className="finding-say">{finding.description}</p>
      <EvidenceFigures evidence={reported?.evidence ?? []} assessmentId={assessmentId} />
      {finding.flags.map((flag) => (
        <p key={flag.flaggedAt} className="note">
          {text.flagged(flag.flaggedAt.slice(0, 10))} {flag.reason}
        </p>
      ))}
      {finding.records.length === 0 ? null : <RecordsBehind shown={shown} assessmentId={assessmentId} />}
    </article>
  )
}

const SPEAKERS = {
  inspection: 'inspector',
  complaint: 'complaint',
  rating: 'data',
  hotline: 'data',
  'self-assessment': 'self',
  records: 'data',
} as const

const FIRST_RECORDS = 50

function RecordsBehind({ shown, assessmentId }: { readonly shown: ShownFinding; readonly assessmentId: string }) {
  const text = useText(findingText)
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const { findingId, records, detection } = shown.finding
  const asked = { params: { assessmentId: assessmentId as never, findingId }, query: { limit: FIRST_RECORDS } }
  const { answer, problem } = useAnswer('readFindingRecords', isOpen ? asked : null)
  return (
    <>
      <p className="evidence-label">
        {text.records(records.length)}
        {detection === null ? null : (
          <>
            {'　'}
            {text.rule} <code>{detection}</code>
          </>
        )}{' '}
        {may('finding.records') && !isOpen ? (
          <button type="button" className="btn sm" onClick={() => setOpen(true)}>
            {text.recordsShow}
          </button>
        ) : null}
      </p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {isOpen && answer === null && problem === null ? <Waiting rows={3} /> : null}
      {answer === null ? null : (
        <ul className="finding-records">
          {answer.records.map(({ ref, record, isCurrent }) => (
            <li key={ref}>
              {may('record.open') ? (
                <Link to={`/records/open?ref=${encodeURIComponent(ref)}`} className="code">
                  {ref}
                </Link>
              ) : (
                <span className="code">{ref}</span>
              )}{' '}
              {isCurrent ? null : <b>{text.recordChanged}</b>}
              {record === null ? null : <RecordLine record={record as Readonly<Record<string, unknown>>} />}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function RecordLine({ record }: { readonly record: Readonly<Record<string, unknown>> }) {
  return (
    <dl>
      {Object.entries(record)
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
    </dl>
  )
}

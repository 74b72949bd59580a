import { useState } from 'react'
import type { AssessmentId, ClauseId, RubricId } from '../../../core/kernel/identifiers.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { noticeText } from './notice-text.ts'

/** Where the facts of a clause come from: detections with their SQL, what inspectors look at, which documents are asked for. */
export function ClauseFeeds({
  assessmentId,
  rubricId,
  clauseId,
  cite,
}: {
  readonly assessmentId: AssessmentId
  readonly rubricId: RubricId
  readonly clauseId: ClauseId
  readonly cite: (clauseId: ClauseId) => string
}) {
  const text = useText(noticeText)
  const { answer } = useAnswer('readCoverage', { params: { assessmentId } })
  const feeds = answer?.lines.find((line) => line.clauseId === clauseId)?.feeds ?? []
  if (answer === null) return null
  if (feeds.length === 0) return text.feedNone
  return (
    <ul className="notice-feeds">
      {feeds.map((feed) => {
        if (feed.kind === 'detection')
          return (
            <li key={feed.name}>
              {text.feedDetection}　{feed.title}
              <DetectionSql rubricId={rubricId} name={feed.name} />
              <small>{text.feedOnlySuspects}</small>
            </li>
          )
        if (feed.kind === 'inspection')
          return (
            <li key="inspection">
              {text.feedInspection}　{feed.look}
            </li>
          )
        if (feed.kind === 'documents')
          return (
            <li key="documents">
              {text.feedDocuments}　{feed.ask}
            </li>
          )
        return <li key="follows">{text.feedFollows(feed.clauseIds.map(cite).join(text.listComma))}</li>
      })}
    </ul>
  )
}

function DetectionSql({ rubricId, name }: { readonly rubricId: RubricId; readonly name: string }) {
  const text = useText(noticeText)
  const [isOpen, setOpen] = useState(false)
  const { answer } = useAnswer('listDetections', isOpen ? { params: { rubricId } } : null)
  const sql = answer?.detections.find((one) => one.name === name)?.text
  return (
    <details className="notice-sql" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.showSql}</summary>
      {sql === undefined ? null : <pre tabIndex={0}>{sql}</pre>}
    </details>
  )
}

import { useState } from 'react'
import { useCalled } from '../../client/use-called.ts'
import { useText } from '../../text/language.tsx'
import { ChangedNumbers } from './changed-numbers.tsx'
import { findingText } from './finding-text.ts'
import { historySentence } from './history-sentence.ts'
import { historyText } from './history-text.ts'
import type { ShownFinding } from './shown-finding.ts'

const MOVING: ReadonlySet<string> = new Set([
  'FindingSubstantiated',
  'AmountDecided',
  'FindingDismissed',
  'DecisionCorrected',
  'FindingUpheld',
  'FindingVaried',
  'FindingReversed',
])

/** 经过: the ledger's own lines about the finding, each with its place and digest; those that decide show what they changed. */
export function HistoryTable({ shown, assessmentId }: { readonly shown: ShownFinding; readonly assessmentId: string }) {
  const text = useText(findingText)
  const words = useText(historyText)
  const called = useCalled()
  const [open, setOpen] = useState<number | null>(null)
  const { history, digests, finding } = shown
  const opened = history.find(({ seq }) => seq === open)
  return (
    <section className="finding-section" aria-labelledby="ledger">
      <div className="sec-head">
        <h2 id="ledger">{text.ledger}</h2>
        <span className="cap">{text.ledgerOnly}</span>
      </div>
      <table role="table" className="tbl finding-log">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {text.when}
            </th>
            <th role="columnheader" scope="col">
              {text.what}
            </th>
            <th role="columnheader" scope="col" className="r">
              {text.seq}
            </th>
            <th role="columnheader" scope="col" className="r">
              {text.digest}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {history.map((event, place) => (
            <tr role="row" key={event.seq}>
              <td role="cell" className="nw">
                {event.recordedAt.slice(0, 16).replace('T', ' ')}
              </td>
              <td role="cell">
                {called(event.by)} {historySentence(event, words, shown.cited)}{' '}
                {MOVING.has(event.type) ? (
                  <button
                    type="button"
                    className="btn sm no-print"
                    aria-expanded={open === event.seq}
                    onClick={() => setOpen(open === event.seq ? null : event.seq)}
                  >
                    {open === event.seq ? text.hideChanges : text.showChanges}
                  </button>
                ) : null}
              </td>
              <td role="cell" className="num">
                {event.seq}
              </td>
              <td role="cell" className="r">
                <span className="code" title={digests[place]}>
                  {digests[place]?.slice(0, 4)} {digests[place]?.slice(4, 8)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {opened === undefined ? null : (
        <ChangedNumbers
          assessmentId={assessmentId}
          findingId={finding.findingId}
          seq={opened.seq}
          what={historySentence(opened, words, shown.cited)}
        />
      )}
    </section>
  )
}

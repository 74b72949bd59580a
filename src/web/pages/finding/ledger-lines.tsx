import type { ReactNode } from 'react'
import type { LedgerEvent } from '../../../core/ledger/ledger-event.ts'
import { useCalled } from '../../client/use-called.ts'
import { useText } from '../../text/language.tsx'
import { historySentence } from '../../../core/ledger/history-sentence.ts'
import { historyText } from './history-text.ts'

/** 经过: the ledger's own lines about a case, who did what; with their digests where they are known. */
export function LedgerLines({
  history,
  cited = [],
  digests = null,
  actOn = () => null,
  children = null,
}: {
  readonly history: readonly LedgerEvent[]
  readonly cited?: Parameters<typeof historySentence>[2]
  readonly digests?: readonly string[] | null
  /** What can be done with a line, beside its sentence. */
  readonly actOn?: (event: LedgerEvent) => ReactNode
  readonly children?: ReactNode
}) {
  const text = useText(historyText)
  const called = useCalled()
  return (
    <section className="finding-section" aria-labelledby="ledger">
      <div className="sec-head">
        <h2 id="ledger">{text.title}</h2>
        <span className="cap">{text.cap}</span>
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
            {digests === null ? null : (
              <th role="columnheader" scope="col" className="r">
                {text.digest}
              </th>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {history.map((event, place) => (
            <tr role="row" key={event.seq}>
              <td role="cell" className="nw">
                {event.recordedAt.slice(0, 16).replace('T', ' ')}
              </td>
              <td role="cell">
                {called(event.by)} {historySentence(event, text, cited)} {actOn(event)}
              </td>
              <td role="cell" className="num">
                {event.seq}
              </td>
              {digests === null ? null : (
                <td role="cell" className="r">
                  <span className="code" title={digests[place]}>
                    {digests[place]?.slice(0, 4)} {digests[place]?.slice(4, 8)}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </section>
  )
}

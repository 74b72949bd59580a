import { Link } from 'react-router'
import { useText } from '../../text/language.tsx'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { caseNumberText } from '../../ui/case-number-text.ts'
import { StandingMark } from '../../ui/standing-mark.tsx'
import { findingText } from './finding-text.ts'
import type { ShownFinding } from './shown-finding.ts'

/** 是不是同一件事: those that a person should look at before deciding twice about one event. */
export function AlikeList({ shown, base }: { readonly shown: ShownFinding; readonly base: string }) {
  const text = useText(findingText)
  const numbers = useText(caseNumberText)
  if (shown.alike.length === 0) return null
  return (
    <section className="finding-section" aria-labelledby="alike">
      <div className="sec-head">
        <h2 id="alike">{text.alike}</h2>
        <span className="cap">{text.alikeLead}</span>
      </div>
      <table role="table" className="tbl">
        <tbody role="rowgroup">
          {shown.alike.map(({ findingId, number, clauseId, occurredOn, standing, description, why, phrase }) => (
            <tr role="row" key={findingId}>
              <td role="cell" className="ref">
                <Link to={`${base}/findings/${encodeURIComponent(findingId)}`}>{numbers.number(number)}</Link>
              </td>
              <td role="cell">
                {findingTitle(description)} <span className="cap ref">{clauseId}</span>
              </td>
              <td role="cell" className="fig">
                {occurredOn}
              </td>
              <td role="cell">
                <StandingMark standing={standing} />
              </td>
              <td role="cell" className="note">
                {text[why]}
                {phrase === null ? null : `：“${phrase}”`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

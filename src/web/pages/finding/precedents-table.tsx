import { Checkbox } from 'antd'
import { Link } from 'react-router'
import { formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { caseNumberText } from '../../ui/case-number-text.ts'
import { decisionText } from './decision-text.ts'

type Precedent = Answered<'listPrecedents'>['precedents'][number]

/** What was decided before under the clause, newest first; what is cited goes into the ledger with the amount. */
export function PrecedentsTable({
  precedents,
  base,
  cited,
  onCite,
}: {
  readonly precedents: readonly Precedent[]
  readonly base: string
  readonly cited: readonly string[]
  readonly onCite: (findingId: string) => void
}) {
  const text = useText(decisionText)
  const numbers = useText(caseNumberText)
  if (precedents.length === 0) return <p className="note">{text.noPrecedents}</p>
  return (
    <div className="finding-precedents">
      <table role="table" className="tbl">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {text.precedents}
            </th>
            <th role="columnheader" scope="col">
              {text.center}
            </th>
            <th role="columnheader" scope="col">
              {text.reason}
            </th>
            <th role="columnheader" scope="col" className="r">
              {text.lost}
            </th>
            <th role="columnheader" scope="col">
              {text.cite}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {precedents.map(({ findingId, number, centerName, occurredOn, reason, points, occurrences }, place) => (
            <tr
              role="row"
              key={findingId ?? place}
              className={findingId !== null && cited.includes(findingId) ? 'is-cited' : undefined}
            >
              <td role="cell" className="ref">
                {findingId === null || number === null ? null : (
                  <Link to={`${base}/findings/${encodeURIComponent(findingId)}`}>{numbers.number(number)}</Link>
                )}
              </td>
              <td role="cell" className="nw">
                {centerName ?? text.otherCenter}
              </td>
              <td role="cell" className="note">
                {occurredOn.slice(5)} {reason}
              </td>
              <td role="cell" className="num lost">
                {points === null ? null : `−${formatPoints(points)}`}
                {occurrences > 1 ? `×${occurrences}` : null}
              </td>
              <td role="cell">
                {findingId === null || number === null ? null : (
                  <Checkbox
                    aria-label={text.citeOf(numbers.number(number))}
                    checked={cited.includes(findingId)}
                    onChange={() => onCite(findingId)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

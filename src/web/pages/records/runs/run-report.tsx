import { Link } from 'react-router'
import type { Rubric } from '../../../../core/rubric/rubric.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import type { AdoptedDetection } from '../detections/by-clause.ts'
import { grouped } from '../figures.ts'
import { useBase } from '../use-base.ts'
import { COUNTS, runLines, totalsOf } from './run-lines.ts'
import { runsText } from './runs-text.ts'

type Report = Extract<Answered<'readDetectionRun'>['standing'], { state: 'ran' }>['report']

/** A line a detection, in the order of the notice; nothing is an empty cell. */
export function RunReport({
  report,
  rubric,
  detections,
}: {
  readonly report: Report
  readonly rubric: Rubric
  readonly detections: readonly AdoptedDetection[]
}) {
  const text = useText(runsText)
  const { assessment } = useBase()
  const totals = totalsOf(report.detections)
  return (
    <>
      <div className="rec-wide" tabIndex={0} role="group" aria-label={text.title}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{text.clause}</th>
              <th scope="col">{text.detection}</th>
              {COUNTS.map((count) => (
                <th key={count} scope="col" className="r">
                  {text[count]}
                </th>
              ))}
              <th scope="col">{text.notes}</th>
            </tr>
          </thead>
          <tbody>
            {runLines(report.detections, rubric, detections).map(({ clauseId, title, told }) => (
              <tr key={told.name}>
                <td className="ref">{clauseId}</td>
                <td>
                  {clauseId === null ? (
                    title
                  ) : (
                    <Link to={`${assessment}/findings?clause=${encodeURIComponent(clauseId)}&standing=suspected`}>
                      {title}
                    </Link>
                  )}
                </td>
                {COUNTS.map((count) => (
                  <td key={count} className="num">
                    {told[count] === 0 ? '' : grouped(told[count])}
                  </td>
                ))}
                <td className="cap">
                  {told.hasRun ? null : <b>{text.failed} </b>}
                  {told.message}
                  {told.merged === 0 ? null : ` ${text.merged(told.merged)}`}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {text.total}
              </th>
              {COUNTS.map((count) => (
                <td key={count} className="num">
                  <b>{grouped(totals[count])}</b>
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="cap">{text.flaggedMeans}</p>
      <p>
        <Link to={`${assessment}/findings?standing=suspected`}>{text.toFindings}</Link>
      </p>
    </>
  )
}

import type { Rubric } from '../../../../core/rubric/rubric.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { FindingsLink } from '../../../ui/findings-link.tsx'
import type { AdoptedDetection } from '../detections/by-clause.ts'
import { grouped } from '../figures.ts'
import { useBase } from '../use-base.ts'
import { COUNTS, runLines, totalsOf, type RunLine } from './run-lines.ts'
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
  const { assessmentId } = useBase()
  const totals = totalsOf(report.detections)
  return (
    <>
      <div className="rec-wide" tabIndex={0} role="group" aria-label={text.title}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{text.clause}</th>
              <th scope="col" className="run-detection">
                {text.detection}
              </th>
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
                    <FindingsLink assessmentId={assessmentId} clause={clauseId} isSuspected saysMore>
                      {title}
                    </FindingsLink>
                  )}
                </td>
                {COUNTS.map((count) => (
                  <td key={count} className="num">
                    {told[count] === 0 ? '' : grouped(told[count])}
                  </td>
                ))}
                <td className="cap">
                  {told.hasRun ? null : <b>{text.failed} </b>}
                  {notesOf(told, text)}
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
        <FindingsLink assessmentId={assessmentId} isSuspected>
          {text.toFindings}
        </FindingsLink>
      </p>
    </>
  )
}

function notesOf({ message, merged, isKept }: RunLine['told'], text: typeof runsText.zh): string {
  const notes = [message, merged === 0 ? null : text.merged(merged), isKept === true ? text.kept : null]
  return notes.filter((note) => note !== null).join(text.between)
}

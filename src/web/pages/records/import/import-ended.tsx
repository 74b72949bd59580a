import { Link } from 'react-router'
import type { Answered } from '../../../client/call.ts'
import { useMay } from '../../../client/session.tsx'
import { useText } from '../../../text/language.tsx'
import { grouped } from '../figures.ts'
import { useBase } from '../use-base.ts'
import { importText } from './import-text.ts'
import { SentBack } from './sent-back.tsx'

type Job = Answered<'readImport'>

/** What came of an import, and the next step. */
export function ImportEnded({ job, fileId }: { readonly job: Job; readonly fileId: string | null }) {
  const text = useText(importText)
  const { base } = useBase()
  const may = useMay()
  const { standing } = job
  if (standing.state === 'waiting' || standing.state === 'running') return null
  return (
    <>
      <section className="rec-part" role="status">
        <p className={standing.state === 'imported' ? 'rec-verdict' : 'rec-verdict is-faulty'}>{standing.message}</p>
        {standing.state === 'imported' ? <Counts report={standing.report} /> : null}
      </section>
      {standing.state === 'faulty' && may('records.import') ? <SentBack job={job} fileId={fileId} /> : null}
      {standing.state !== 'faulty' && standing.state !== 'imported' && fileId !== null ? (
        <p>
          <Link to={`${base}/import/${fileId}?profile=${encodeURIComponent(job.profileId)}`}>{text.again}</Link>
        </p>
      ) : null}
    </>
  )
}

function Counts({ report }: { readonly report: Extract<Job['standing'], { state: 'imported' }>['report'] }) {
  const text = useText(importText)
  const { base } = useBase()
  const may = useMay()
  const { added, corrected, unchanged, leftOut, months } = report
  return (
    <>
      <table className="tbl rec-counts">
        <tbody>
          <tr>
            <th scope="row">{text.added}</th>
            <td className="num">{grouped(added)}</td>
          </tr>
          <tr>
            <th scope="row">{text.corrected}</th>
            <td className="num">{grouped(corrected)}</td>
          </tr>
          <tr>
            <th scope="row">{text.unchanged}</th>
            <td className="num">{grouped(unchanged)}</td>
          </tr>
          {leftOut === 0 ? null : (
            <tr>
              <th scope="row">
                {text.leftOut} <span className="cap">{text.leftOutNote}</span>
              </th>
              <td className="num">{grouped(leftOut)}</td>
            </tr>
          )}
          {months.length === 0 ? null : (
            <tr>
              <th scope="row">{text.inMonths}</th>
              <td className="fig rec-months">{months.join(' · ')}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p className="rec-next">
        <Link to={`${base}/held`}>{text.seeHeld}</Link>
        {may('detection.run') ? <Link to={`${base}/runs`}>{text.runDetections}</Link> : null}
      </p>
    </>
  )
}

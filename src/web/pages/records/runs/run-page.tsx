import { Link, useParams } from 'react-router'
import { useMay } from '../../../client/session.tsx'
import { useAct } from '../../../client/use-act.ts'
import { useText } from '../../../text/language.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { titlesOf } from '../detections/by-clause.ts'
import { useDetections } from '../detections/use-detections.ts'
import { minuteOf } from '../figures.ts'
import { isGoing, JobProgress } from '../job-progress.tsx'
import { recordsText } from '../records-text.ts'
import { useBase } from '../use-base.ts'
import { useFollowed } from '../use-followed.ts'
import { RunMark } from './run-mark.tsx'
import { RunReport } from './run-report.tsx'
import { runsText } from './runs-text.ts'

/** One run while it goes on, and what each detection told when it is over. */
export function RunPage() {
  const text = useText(runsText)
  const shared = useText(recordsText)
  const { runId = '' } = useParams()
  const { assessmentId, base } = useBase()
  const may = useMay()
  const cancel = useAct('cancelDetectionRun')
  const { rubric, detections } = useDetections()
  const params = { assessmentId, runId }
  const { answer, problem, renew } = useFollowed('readDetectionRun', { params }, ({ standing }) => isGoing(standing))
  useTitle(text.title)
  if (answer === null) return problem === null ? <Waiting rows={6} /> : <ProblemNotice problem={problem} onAgain={renew} /> // prettier-ignore
  const { at, asOf, standing } = answer
  const titles = titlesOf(detections ?? [])
  const told = cancel.problem ?? problem
  return (
    <section className="rec-part" aria-labelledby="rec-run">
      <p>
        <Link to={`${base}/runs`}>{text.back}</Link>
      </p>
      <div className="sec-head">
        <h2 id="rec-run">{text.runTitle(minuteOf(at))}</h2>
        <RunMark state={standing.state} />
      </div>
      <p className="cap">
        {text.asOf} <span className="fig">{asOf}</span>
      </p>
      {told === null ? null : <ProblemNotice problem={told} onAgain={renew} />}
      {isGoing(standing) ? (
        <JobProgress
          standing={standing}
          nameOf={(step) => titles.get(step) ?? step}
          sure={shared.stopRunSure}
          onStop={may('detection.run') ? () => void cancel.send({ params }) : null}
        />
      ) : (
        <p className={standing.state === 'ran' ? 'rec-verdict' : 'rec-verdict is-faulty'} role="status">
          {standing.message}
        </p>
      )}
      {standing.state === 'ran' && rubric !== null && detections !== null ? (
        <RunReport report={standing.report} rubric={rubric} detections={detections} />
      ) : null}
    </section>
  )
}

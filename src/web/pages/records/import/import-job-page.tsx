import { Link, useParams, useSearchParams } from 'react-router'
import { findDataSet } from '../../../../core/records/data-sets.ts'
import { useAct } from '../../../client/use-act.ts'
import { useMay } from '../../../client/session.tsx'
import { useText } from '../../../text/language.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { minuteOf } from '../figures.ts'
import { isGoing, JobProgress } from '../job-progress.tsx'
import { recordsText } from '../records-text.ts'
import { useBase } from '../use-base.ts'
import { useFollowed } from '../use-followed.ts'
import { ImportEnded } from './import-ended.tsx'
import { importText } from './import-text.ts'
import { StateMark } from './state-mark.tsx'

/** One import, while it goes on and after. Its id is in the address: the page can be left and opened again. */
export function ImportJobPage() {
  const text = useText(importText)
  const shared = useText(recordsText)
  const { importId = '' } = useParams()
  const [search] = useSearchParams()
  const { base } = useBase()
  const may = useMay()
  const cancel = useAct('cancelImport')
  const params = { importId }
  const { answer, problem, renew } = useFollowed('readImport', { params }, ({ standing }) => isGoing(standing))
  useTitle(answer?.fileName ?? shared.import)
  if (answer === null) return problem === null ? <Waiting rows={4} /> : <ProblemNotice problem={problem} onAgain={renew} /> // prettier-ignore
  const { fileName, standing, dataSet, source, profileId, at } = answer
  const told = cancel.problem ?? problem
  return (
    <>
      <section className="rec-part" aria-labelledby="rec-job">
        <p>
          <Link to={`${base}/import`}>{text.toImports}</Link>
        </p>
        <div className="sec-head">
          <h2 id="rec-job">{text.jobTitle(fileName)}</h2>
          <StateMark state={standing.state} />
        </div>
        <p className="cap">
          {[minuteOf(at), findDataSet(dataSet)?.chinese ?? dataSet, source, text.profileOf(profileId)].join(' · ')}
        </p>
        {told === null ? null : <ProblemNotice problem={told} onAgain={renew} />}
        {isGoing(standing) ? (
          <JobProgress
            standing={standing}
            sure={shared.stopImportSure}
            onStop={may('records.import') ? () => void cancel.send({ params }) : null}
          />
        ) : null}
      </section>
      {isGoing(standing) ? null : <ImportEnded job={answer} fileId={search.get('file')} />}
    </>
  )
}

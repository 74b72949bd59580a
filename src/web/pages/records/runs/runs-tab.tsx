import { Button } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Answered } from '../../../client/call.ts'
import { useMay } from '../../../client/session.tsx'
import { useAct } from '../../../client/use-act.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { useDetections } from '../detections/use-detections.ts'
import { minuteOf } from '../figures.ts'
import { recordsText } from '../records-text.ts'
import { ToldStanding } from '../told-standing.tsx'
import { useBase } from '../use-base.ts'
import { RunMark } from './run-mark.tsx'
import { runsText } from './runs-text.ts'

/** Detections over what is held: to be run by the clerk, and every run so far. */
export function RunsTab() {
  const text = useText(runsText)
  const may = useMay()
  useTitle(text.title)
  return (
    <>
      {may('detection.run') ? <RunAll /> : null}
      <Runs />
    </>
  )
}

function RunAll() {
  const text = useText(runsText)
  const { base, assessmentId } = useBase()
  const { detections } = useDetections()
  const run = useAct('runDetections')
  const go = useNavigate()
  const start = async () => {
    const told = await run.send({ params: { assessmentId }, body: { detections: null, asOf: null } })
    if (told.ok) await go(`${base}/runs/${told.value.runId}`)
  }
  return (
    <section className="rec-part" aria-labelledby="rec-run">
      <h2 id="rec-run">{text.title}</h2>
      <p className="lead">{text.lead}</p>
      {run.problem === null ? null : <ProblemNotice problem={run.problem} />}
      {detections?.length === 0 ? (
        <p>
          {text.noDetections}
          <Link to={`${base}/detections`}>{text.toDetections}</Link>
        </p>
      ) : (
        <Button
          type="primary"
          size="large"
          loading={run.isSending}
          disabled={detections === null}
          onClick={() => void start()}
        >
          {text.runAll}
        </Button>
      )}
    </section>
  )
}

function Runs() {
  const text = useText(runsText)
  const shared = useText(recordsText)
  const { assessmentId } = useBase()
  const [search] = useSearchParams()
  const cursor = search.get('cursor')
  const { answer, problem, renew } = useAnswer('listDetectionRuns', {
    params: { assessmentId },
    query: { limit: 50, ...(cursor === null ? {} : { cursor }) },
  })
  return (
    <section className="rec-part" aria-labelledby="rec-runs">
      <div className="sec-head">
        <h2 id="rec-runs">{text.listTitle}</h2>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null && problem === null ? <Waiting rows={5} /> : null}
      {answer?.runs.length === 0 ? <p className="lead">{text.none}</p> : null}
      {answer === null || answer.runs.length === 0 ? null : <RunTable runs={answer.runs} />}
      <p className="rec-pages">
        {cursor === null ? null : <Link to="?">{shared.latest}</Link>}
        {answer === null || answer.next === null ? null : <Link to={`?cursor=${answer.next}`}>{shared.earlier}</Link>}
      </p>
    </section>
  )
}

function RunTable({ runs }: { readonly runs: Answered<'listDetectionRuns'>['runs'] }) {
  const text = useText(runsText)
  const { base } = useBase()
  return (
    <StackTable
      rows={runs}
      keyOf={({ runId }) => runId}
      columns={[
        {
          head: text.when,
          isName: true,
          className: 'fig nw',
          cell: ({ runId, at }) => <Link to={`${base}/runs/${runId}`}>{minuteOf(at)}</Link>,
        },
        { head: text.asOf, label: text.asOf, className: 'fig nw', cell: ({ asOf }) => asOf },
        {
          head: text.scope,
          label: text.scope,
          className: 'nw',
          cell: ({ detections }) => (detections === null ? text.all : text.some(detections.length)),
        },
        {
          head: text.outcome,
          className: 'rec-told',
          cell: ({ standing }) => <ToldStanding mark={<RunMark state={standing.state} />} standing={standing} />,
        },
      ]}
    />
  )
}

import { Link } from 'react-router'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PointsFigure } from '../../ui/score-figures.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { overviewText } from './overview-text.ts'

type Change = Answered<'listScoreChanges'>['changes'][number]

const SHOWN = 6

/** What last changed a total: old beside new, old first and struck. */
export function RecentChanges({ assessmentId }: { readonly assessmentId: AssessmentId }) {
  const text = useText(overviewText)
  const { answer, problem, renew } = useAnswer('listScoreChanges', { params: { assessmentId } })
  return (
    <section aria-labelledby="overview-recent">
      <div className="sec-head">
        <h2 id="overview-recent">{text.recent}</h2>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null && problem === null ? <Waiting rows={SHOWN} /> : null}
      {answer?.changes.length === 0 ? <p className="overview-none">{text.noChanges}</p> : null}
      {answer === null || answer.changes.length === 0 ? null : (
        <table className="tbl overview-recent">
          <thead>
            <tr>
              <th scope="col">{text.date}</th>
              <th scope="col">{text.what}</th>
              <th scope="col" className="r">
                {text.total}
              </th>
              <th scope="col" className="r">
                {text.rank}
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.changes.slice(0, SHOWN).map((change) => (
              <Row key={change.seq} change={change} assessmentId={assessmentId} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ change, assessmentId }: { readonly change: Change; readonly assessmentId: AssessmentId }) {
  const text = useText(overviewText)
  const { recordedOn, type, centers, centerName, clauseName, findingId, total, rank } = change
  const named = centerName ?? text.severalCenters(centers)
  const said = text[type as keyof typeof text]
  return (
    <tr>
      <td className="nw fig">{recordedOn.slice(5)}</td>
      <td>
        {findingId === null ? (
          named
        ) : (
          <Link to={`/assessments/${assessmentId}/findings/${encodeURIComponent(findingId)}`}>{named}</Link>
        )}{' '}
        <small className="dismissed ref">
          {typeof said === 'string' ? said : ''}
          {clauseName === null ? '' : ` ${clauseName}`}
        </small>
      </td>
      <td className="num">
        {total === null ? null : (
          <>
            <Was said={formatPoints(total[0] ?? 0)} /> <PointsFigure points={total[1] ?? 0} isAligned />
          </>
        )}
      </td>
      <td className="num">
        {rank === null ? null : (
          <>
            {rank[0] === rank[1] ? null : <Was said={String(rank[0])} />} <span className="rn">{rank[1]}</span>
          </>
        )}
      </td>
    </tr>
  )
}

function Was({ said }: { readonly said: string }) {
  const text = useText(overviewText)
  return (
    <span className="was">
      <span className="vh">{text.was}</span>
      {said}
    </span>
  )
}

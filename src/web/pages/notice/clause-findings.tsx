import { Link } from 'react-router'
import type { Clause } from '../../../core/rubric/clause.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { FindingsLink } from '../../ui/findings-link.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { IntervalFigure, PointsChange } from '../../ui/score-figures.tsx'
import { StandingMark } from '../../ui/standing-mark.tsx'
import { noticeText } from './notice-text.ts'
import type { OpenNotice } from './open-notice.ts'
import { PrecedentStrip } from './precedent-strip.tsx'

/** What the clause has come to: how many, how far, what they cost, and the amounts decided over the range. */
export function ClauseFindings({ clause, notice }: { readonly clause: Clause; readonly notice: OpenNotice }) {
  const text = useText(noticeText)
  const params = { assessmentId: notice.assessmentId, clauseId: clause.id }
  const { answer, problem, renew } = useAnswer('readClause', { params })
  if (problem !== null) return <ProblemNotice problem={problem} onAgain={renew} />
  if (answer === null) return null
  const all = Object.values(answer.counts).reduce((sum, count) => sum + count, 0)
  const [least, most] = answer.between
  const isOpen = least !== answer.effect || most !== answer.effect
  const rest = all - answer.findings.length
  return (
    <div className="notice-findings">
      <h4>
        {text.findingsSoFar}　
        {all === 0 && answer.effect === 0 ? (
          text.noFindings
        ) : (
          <>
            {text.findingCount(all, answer.counts.substantiated)}
            {text.findingEffect}
            {answer.effect === 0 ? <span className="fig">0</span> : <PointsChange points={answer.effect} />}
            {isOpen ? (
              <>
                <span> {text.findingOpen} </span>
                <IntervalFigure interval={answer.between} />
              </>
            ) : null}
          </>
        )}
      </h4>
      {clause.amount.kind === 'range' ? <PrecedentStrip range={clause.amount} {...params} /> : null}
      {answer.findings.length === 0 ? null : (
        <table className="tbl">
          <tbody>
            {answer.findings.map(({ findingId, centerName, occurredOn, description, standing, effect, between }) => (
              <tr key={findingId}>
                <td>
                  <Link to={`/assessments/${notice.assessmentId}/findings/${findingId}`}>{centerName}</Link>
                  <small>
                    {occurredOn.slice(5)}　{description}
                  </small>
                </td>
                <td className="num">
                  {between[0] === between[1] && effect !== 0 ? (
                    <PointsChange points={effect} />
                  ) : between[0] !== between[1] ? (
                    <IntervalFigure interval={between} />
                  ) : null}
                  <StandingMark standing={standing} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {all === 0 ? null : (
        <p className="notice-act">
          {rest > 0 ? text.findingRest(rest) : null}
          <FindingsLink assessmentId={notice.assessmentId} clause={clause.id}>
            {text.allFindings(all)}
          </FindingsLink>
        </p>
      )}
    </div>
  )
}

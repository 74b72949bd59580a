import { useParams } from 'react-router'
import { id, type AssessmentId } from '../../../core/kernel/identifiers.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PointsFigure } from '../../ui/score-figures.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { overviewText } from './overview-text.ts'

export function OverviewPage() {
  const text = useText(overviewText)
  const { assessmentId } = useParams()
  const params = { assessmentId: id<AssessmentId>(assessmentId ?? '') }
  const { answer, problem, renew } = useAnswer('readRanking', { params })
  return (
    <main className="wrap">
      <div className="head">
        <h1>{text.title}</h1>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null ? (
        <Waiting rows={11} />
      ) : (
        <table className="tbl">
          <tbody>
            {answer.ranked.map(({ rank, sheet }) => (
              <tr key={sheet.centerId}>
                <td className="fig">{rank}</td>
                <td>{sheet.centerName}</td>
                <td className="num">
                  <PointsFigure points={sheet.score} isAligned />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  )
}

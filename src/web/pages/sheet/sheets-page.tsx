import { Link, Navigate, useParams } from 'react-router'
import { id, type AssessmentId } from '../../../core/kernel/identifiers.ts'
import { useMay, useSession } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { IntervalFigure, PointsFigure } from '../../ui/score-figures.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { sheetText } from './sheet-text.ts'
import './sheet.css'

/** Which center's sheet: with totals and ranks for who may see them; a center goes to its own. */
export function SheetsPage() {
  const text = useText(sheetText)
  const may = useMay()
  const { me } = useSession()
  useTitle(text.title)
  if (me !== null && me.centerId !== null && !may('ranking.read')) return <Navigate to={me.centerId} replace />
  return (
    <main className="wrap">
      <div className="head">
        <h1>{text.title}</h1>
      </div>
      {may('ranking.read') ? <RankedCenters /> : <ListedCenters />}
    </main>
  )
}

function RankedCenters() {
  const text = useText(sheetText)
  const { answer, problem, renew } = useAnswer('readRanking', { params: useAssessment() })
  if (answer === null)
    return problem === null ? <Waiting rows={11} /> : <ProblemNotice problem={problem} onAgain={renew} />
  const { ranked } = answer
  if (ranked.length === 0) return <NoCenters />
  return (
    <>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      <p className="lead">{text.chooseLead(ranked.length, ranked.filter(({ sheet }) => sheet.isSettled).length)}</p>
      <table className="tbl sheets-list">
        <caption className="vh">{text.choose}</caption>
        <thead>
          <tr>
            <th scope="col" className="r">
              {text.rank}
            </th>
            <th scope="col">{text.center}</th>
            <th scope="col" className="r">
              {text.total}
            </th>
            <th scope="col" className="r">
              {text.range}
            </th>
            <th scope="col" className="r">
              {text.possible}
            </th>
          </tr>
        </thead>
        <tbody>
          {ranked.map(({ rank, isTied, possible, sheet }) => (
            <tr key={sheet.centerId}>
              <td className="num">
                {isTied ? <small>{text.tied} </small> : null}
                {rank}
              </td>
              <th scope="row">
                <Link to={sheet.centerId}>{sheet.centerName}</Link>
              </th>
              <td className="num">
                <PointsFigure points={sheet.score} isAligned />
              </td>
              <td className="r">{sheet.isSettled ? null : <IntervalFigure interval={sheet.interval} />}</td>
              <td className="num">{text.rankFrom(possible[0] ?? rank, possible[1] ?? rank)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** For who reads sheets but no ranking. */
function ListedCenters() {
  const text = useText(sheetText)
  const { answer, problem, renew } = useAnswer('readAssessment', { params: useAssessment() })
  if (answer === null)
    return problem === null ? <Waiting rows={11} /> : <ProblemNotice problem={problem} onAgain={renew} />
  if (answer.centerList.length === 0) return <NoCenters />
  return (
    <>
      <p className="lead">{text.chooseBare(answer.centerList.length)}</p>
      <ul className="sheets-plain">
        {answer.centerList.map(({ centerId, name }) => (
          <li key={centerId}>
            <Link to={centerId}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function NoCenters() {
  const text = useText(sheetText)
  return (
    <p className="lead">
      {text.none} <Link to="../overview">{text.noneNext}</Link>
    </p>
  )
}

function useAssessment(): { readonly assessmentId: AssessmentId } {
  const { assessmentId } = useParams()
  return { assessmentId: id<AssessmentId>(assessmentId ?? '') }
}

import { Link } from 'react-router'
import { shareText } from '../../../../core/analysis/certainty/share-words.ts'
import { formatPoints } from '../../../../core/kernel/points.ts'
import { useText } from '../../../text/language.tsx'
import { Beam, placeOn, scaleOf, ticksOf } from '../../../ui/beam.tsx'
import { IntervalFigure, PointsFigure } from '../../../ui/score-figures.tsx'
import type { Certainty } from './certainty-answer.ts'
import { certaintyText } from './certainty-text.ts'

/** A row a center: the score on its scale with all it can become, and the ranks from best to worst on theirs. */
export function ReachTable({
  certainty: { centers, drawing },
  sheetOf,
}: {
  readonly certainty: Certainty
  readonly sheetOf: (centerId: string) => string
}) {
  const text = useText(certaintyText)
  const scale = scaleOf(centers.flatMap(({ score, interval }) => [score, ...interval]))
  return (
    <table role="table" className="tbl certainty-reach" aria-labelledby="certainty-reach">
      <thead>
        <tr>
          <th scope="col">{text.rank}</th>
          <th scope="col">{text.center}</th>
          <th className="bm" aria-hidden="true">
            <div className="axis">
              {ticksOf(scale).map((tick) => (
                <span key={tick} style={{ left: placeOn(scale, tick) }}>
                  {formatPoints(tick)}
                </span>
              ))}
            </div>
          </th>
          <th scope="col" className="r">
            {text.score}
          </th>
          <th scope="col" className="c">
            {text.interval}
          </th>
          <th className="rb" aria-hidden="true">
            <div className="axis">
              <span style={{ left: 0 }}>1</span>
              <span style={{ left: '100%' }}>{centers.length}</span>
            </div>
          </th>
          <th scope="col" className="c">
            {text.ranks}
          </th>
          <th scope="col">{text.chance}</th>
        </tr>
      </thead>
      <tbody>
        {centers.map(({ centerId, centerName, score, interval, rank, isTied, bounds, odds }) => (
          <tr key={centerId}>
            <td className="num rk">
              {rank}
              {isTied ? <small>{text.tied}</small> : null}
            </td>
            <th scope="row">
              <Link to={sheetOf(centerId)}>{centerName}</Link>
            </th>
            <td className="bm" aria-hidden="true">
              <Beam scale={scale} score={score} interval={[interval[0], interval[1]]} />
            </td>
            <td className="num">
              <PointsFigure points={score} isAligned />
            </td>
            <td className="num c iv">
              <IntervalFigure interval={[interval[0], interval[1]]} />
            </td>
            <td className="rb" aria-hidden="true">
              <RankBar best={bounds.best} worst={bounds.worst} rank={rank} count={centers.length} />
            </td>
            <td className="num c open ranks">
              {bounds.best === bounds.worst ? bounds.best : `${bounds.best}–${bounds.worst}`}
              {bounds.isExact ? null : <small>{text.outer}</small>}
            </td>
            <td className="ch">
              {bounds.best === bounds.worst
                ? text.settled
                : shareText(odds.find((one) => one.rank === rank)?.times ?? 0, drawing.draws)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RankBar({
  best,
  worst,
  rank,
  count,
}: {
  readonly best: number
  readonly worst: number
  readonly rank: number
  readonly count: number
}) {
  const placeOf = (place: number) => `${(count < 2 ? 0 : ((place - 1) / (count - 1)) * 100).toFixed(2)}%`
  const width = `${(count < 2 ? 0 : ((worst - best) / (count - 1)) * 100).toFixed(2)}%`
  return (
    <div className="beam">
      <i className="rod" />
      {best === worst ? null : <i className="iv" style={{ left: placeOf(best), width }} />}
      <i className="at" style={{ left: placeOf(rank) }} />
    </div>
  )
}

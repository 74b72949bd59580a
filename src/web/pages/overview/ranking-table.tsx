import { Link } from 'react-router'
import { formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { Beam, placeOn, ticksOf, type Scale } from '../../ui/beam.tsx'
import { Changed } from '../../ui/changed.tsx'
import { PointsFigure } from '../../ui/score-figures.tsx'
import { overviewText } from './overview-text.ts'
import { placeTies } from './ties.ts'

export type OverviewRow = Answered<'readOverview'>['ranked'][number]

/** `of`: what is shown a number of, so that only what changes by itself is underlined. */
export function RankingTable({
  rows,
  scale,
  of,
  sheetOf,
}: {
  readonly rows: readonly OverviewRow[]
  readonly scale: Scale
  readonly of: string
  readonly sheetOf: (centerId: string) => string
}) {
  const text = useText(overviewText)
  return (
    <table role="table" className="tbl overview-rank">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {text.rank}
          </th>
          <th role="columnheader" scope="col">
            {text.center}
          </th>
          <th className="bm" aria-hidden="true">
            <div className="axis">
              {ticksOf(scale).map((tick) => (
                <span key={tick} style={{ left: placeOn(scale, tick) }}>
                  {formatPoints(tick)}
                </span>
              ))}
            </div>
          </th>
          <th role="columnheader" scope="col" className="r">
            {text.score}
          </th>
          <th role="columnheader" scope="col" className="c">
            {text.between}
          </th>
          <th role="columnheader" scope="col" className="c last">
            {text.possible}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {placeTies(rows).map(({ row, span }) => (
          <Row key={row.centerId} row={row} span={span} scale={scale} of={of} to={sheetOf(row.centerId)} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  row: { rank, centerName, score, interval, possible },
  span,
  scale,
  of,
  to,
}: {
  readonly row: OverviewRow
  readonly span: number
  readonly scale: Scale
  readonly of: string
  readonly to: string
}) {
  const text = useText(overviewText)
  const [least = score, most = score] = interval
  return (
    <tr role="row" className={span > 0 ? 'first' : undefined}>
      {span === 0 ? null : (
        <td role="cell" className={span > 1 ? 'rk tie' : 'rk'} rowSpan={span}>
          <span className="fig">{rank}</span>
          {span > 1 ? <small>{text.tied}</small> : null}
        </td>
      )}
      <th role="rowheader" scope="row" className="nm">
        <Link to={to}>{centerName}</Link>
      </th>
      <td role="cell" className="bm" aria-hidden="true">
        <Beam scale={scale} score={score} interval={[least, most]} />
      </td>
      <td role="cell" className="num sc">
        <Changed value={score} of={of}>
          <PointsFigure points={score} isAligned />
        </Changed>
      </td>
      <td role="cell" className="num open rg">
        {least === most ? null : <Columned from={formatPoints(least)} to={formatPoints(most)} />}
      </td>
      <td role="cell" className="num mv">
        <Columned from={String(possible[0])} to={String(possible[1])} />
      </td>
    </tr>
  )
}

/** a–b with the dashes of the column in one line; one number where both are the same. */
function Columned({ from, to }: { readonly from: string; readonly to: string }) {
  if (from === to)
    return (
      <span className="ivc one">
        <span>{from}</span>
      </span>
    )
  return (
    <span className="ivc">
      <span>{from}</span>
      <span>–</span>
      <span>{to}</span>
    </span>
  )
}

import { formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { overviewText } from './overview-text.ts'
import { endOf, endsOf, monthsBetween } from './trend-places.ts'

/** The same as the chart, for who does not see it; of hundreds of centers the two that are named there. */
export function TrendTable({ trend: { every, centers, mean, from, to } }: { readonly trend: Answered<'readTrend'> }) {
  const text = useText(overviewText)
  if (from === null || to === null) return null
  const months = monthsBetween(from, to)
  const rows = [
    { centerId: '', centerName: text.mean, points: mean },
    ...(every === 'week' ? endsOf(centers) : centers),
  ]
  return (
    <div className="vh">
      <table>
        <caption>{text.trendTable}</caption>
        <thead>
          <tr>
            <th scope="col">{text.center}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {text.month(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ centerId, centerName, points }) => (
            <tr key={centerId}>
              <th scope="row">{centerName}</th>
              {months.map((month) => {
                const score = endOf(points, month)
                return <td key={month}>{score === null ? '' : formatPoints(score)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

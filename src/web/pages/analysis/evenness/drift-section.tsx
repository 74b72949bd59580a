import { formatPoints } from '../../../../core/kernel/points.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { evennessText } from './evenness-text.ts'

type Evenness = Answered<'readEvenness'>

/** Each decided deduction by the day on which it happened and where in its clause's range it lies. */
export function DriftSection({ clauses, comparisons }: Pick<Evenness, 'clauses' | 'comparisons'>) {
  const text = useText(evennessText)
  const dots = dotsOf(clauses)
  const said = comparisons.find(({ about, clauseId }) => about === 'drift' && clauseId === null)?.sentence ?? ''
  const months = monthsOf(dots.map(({ occurredOn }) => occurredOn))
  const span = Math.max(1, months.length)
  return (
    <section aria-labelledby="evenness-drift">
      <div className="sec-head">
        <h2 id="evenness-drift">{text.drift}</h2>
        {dots.length < 2 ? null : <span className="cap">{text.driftCap}</span>}
      </div>
      {dots.length < 2 ? (
        <p className="evenness-none">{text.noDrift}</p>
      ) : (
        <>
          {said === '' ? null : <p>{said}</p>}
          <figure className="evenness-drift" role="img" aria-label={text.driftSaid(dots.length, said)}>
            <div className="evenness-plot">
              <span className="evenness-y is-top">{text.top}</span>
              <span className="evenness-y is-bottom">{text.bottom}</span>
              {months.map((month, at) => (
                <span key={month} className="evenness-month" style={{ left: `${(100 * at) / span}%` }}>
                  {text.month(Number(month.slice(5)))}
                </span>
              ))}
              {dots.map(({ ref, occurredOn, height }) => (
                <i
                  key={ref}
                  style={{
                    left: `${(100 * placeIn(months, occurredOn)) / span}%`,
                    bottom: `${(100 * height).toFixed(1)}%`,
                  }}
                />
              ))}
            </div>
          </figure>
          <table className="vh">
            <caption>{text.driftTable}</caption>
            <thead>
              <tr>
                <th scope="col">{text.day}</th>
                <th scope="col">{text.clause}</th>
                <th scope="col">{text.amount}</th>
              </tr>
            </thead>
            <tbody>
              {dots.map(({ ref, name, occurredOn, points }) => (
                <tr key={ref}>
                  <th scope="row">{occurredOn}</th>
                  <td>{name}</td>
                  <td>{formatPoints(points)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

/** Only where a clause has a range: without one no amount is high or low in it. */
function dotsOf(clauses: Evenness['clauses']) {
  return clauses
    .filter(({ isBonus, least, most }) => !isBonus && most !== null && most > least)
    .flatMap(({ name, least, most, cases }) =>
      cases.map(({ ref, occurredOn, points }) => ({
        ref,
        name,
        occurredOn,
        points,
        height: (points - least) / ((most ?? 0) - least),
      })),
    )
    .sort((one, other) => (one.occurredOn < other.occurredOn ? -1 : 1))
}

/** From the first to the last month in which something happened. */
function monthsOf(days: readonly string[]): readonly string[] {
  const [first = ''] = days
  const last = days.at(-1) ?? ''
  const months: string[] = []
  for (let at = indexOf(first); at <= indexOf(last); at += 1)
    months.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
  return months
}

function indexOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** In months from the first; days by their share of 31. */
function placeIn([first = '']: readonly string[], day: string): number {
  return indexOf(day) - indexOf(first) + (Number(day.slice(8)) - 0.5) / 31
}

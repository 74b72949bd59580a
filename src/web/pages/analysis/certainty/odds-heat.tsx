import { timesText } from '../../../../core/analysis/certainty/share-words.ts'
import { useText } from '../../../text/language.tsx'
import type { Certainty } from './certainty-answer.ts'
import { certaintyText } from './certainty-text.ts'
import { OddsCanvas } from './odds-canvas.tsx'

/** So many columns still hold a figure each; with more it becomes a picture, and a table of the likeliest ranks. */
const MOST_COLUMNS = 24

/** Center by rank, the darker the likelier; ranks that nothing can lead to are struck. */
export function OddsHeat({ certainty }: { readonly certainty: Certainty }) {
  const text = useText(certaintyText)
  const { centers, drawing } = certainty
  const label = text.heatLabel(centers.length, timesText(drawing.draws))
  if (centers.length > MOST_COLUMNS)
    return (
      <>
        <figure className="certainty-canvas" role="img" aria-label={label}>
          <OddsCanvas certainty={certainty} />
        </figure>
        <LikeliestRanks certainty={certainty} />
      </>
    )
  const ranks = centers.map((_, at) => at + 1)
  return (
    <div className="certainty-scroll" role="region" aria-label={text.heatTable} tabIndex={0}>
      <table className="certainty-heat" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{text.center}</th>
            {ranks.map((rank) => (
              <th key={rank} scope="col" className="num">
                {rank}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {centers.map(({ centerId, centerName, bounds, odds, rank: now }) => (
            <tr key={centerId}>
              <th scope="row">{centerName}</th>
              {ranks.map((rank) => {
                if (rank < bounds.best || rank > bounds.worst)
                  return (
                    <td key={rank} className="is-impossible">
                      <span className="vh">{text.impossible}</span>
                    </td>
                  )
                const times = odds.find((one) => one.rank === rank)?.times ?? 0
                const share = (100 * times) / drawing.draws
                return (
                  <td key={rank} className={`num heat-${stepOf(share)}${rank === now ? ' is-now' : ''}`}>
                    {times === 0 ? <span className="vh">{text.never}</span> : text.percent(share)}
                    {times === 0 ? null : <span className="vh">%</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LikeliestRanks({ certainty: { centers, drawing } }: { readonly certainty: Certainty }) {
  const text = useText(certaintyText)
  return (
    <details>
      <summary>{text.heatTable}</summary>
      <table className="tbl" aria-label={text.heatTable}>
        <thead>
          <tr>
            <th scope="col">{text.center}</th>
            <th scope="col">{text.likeliest}</th>
          </tr>
        </thead>
        <tbody>
          {centers.map(({ centerId, centerName, odds }) => (
            <tr key={centerId}>
              <th scope="row">{centerName}</th>
              <td className="num">
                {odds
                  .toSorted((one, other) => other.times - one.times)
                  .slice(0, 3)
                  .map(({ rank, times }) => `${rank}（${text.cell(text.percent((100 * times) / drawing.draws))}）`)
                  .join('、')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Five steps of ink, as the heat of lost points has five. */
function stepOf(share: number): number {
  if (share <= 0) return 0
  return 1 + [5, 15, 30, 50].filter((limit) => share > limit).length
}

import { useText } from '../../../text/language.tsx'
import { nextYearText } from './next-year-text.ts'
import { rankMove, slopeLines, type CenterUnder } from './slope-places.ts'

const ROW = 28

/** Two notices as two columns of ranks, a line for each center; the table below says the same. */
export function SlopeChart({ centers }: { readonly centers: readonly CenterUnder[] }) {
  const text = useText(nextYearText)
  const lines = slopeLines(centers)
  const moved = centers.filter((center) => rankMove(center) !== 0)
  const named = moved
    .slice(0, 12)
    .map(({ centerName, before, after }) => text.slopeMove(centerName, before.rank, after.rank))
  const height = lines.length * ROW
  const at = (place: number) => place * ROW + ROW / 2
  const left = lines.toSorted((a, b) => a.from - b.from)
  return (
    <figure className="next-year-slope">
      <div
        className="next-year-slope-plot"
        role="img"
        aria-label={text.slopeLabel(named, centers.length - moved.length)}
      >
        <ol className="is-left" aria-hidden="true">
          {left.map(({ center, isMoved }) => (
            <li key={center.centerId} className={isMoved ? 'is-moved' : undefined}>
              <span className="is-name">{center.centerName}</span>
              <b>{text.points(center.before.score)}</b>
              <span className="is-rank">{center.before.rank}</span>
            </li>
          ))}
        </ol>
        <svg viewBox={`0 0 100 ${height}`} height={height} preserveAspectRatio="none" aria-hidden="true">
          {lines.map(({ center, from, to, isMoved }) => (
            <line
              key={center.centerId}
              className={isMoved ? 'is-moved' : undefined}
              x1={0}
              y1={at(from)}
              x2={100}
              y2={at(to)}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <ol aria-hidden="true">
          {lines.map(({ center, isMoved }) => (
            <li key={center.centerId} className={isMoved ? 'is-moved' : undefined}>
              <span className="is-rank">{center.after.rank}</span>
              <b>{text.points(center.after.score)}</b>
              <span className="is-name">{center.centerName}</span>
            </li>
          ))}
        </ol>
      </div>
      {lines.length < centers.length ? (
        <figcaption className="cap">{text.slopeSome(lines.length, centers.length)}</figcaption>
      ) : null}
    </figure>
  )
}

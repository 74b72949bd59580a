import { useText } from '../text/language.tsx'
import { changedText } from './changed-text.ts'
import './rank-slope.css'

/** Where one center stands and stood; equal ranks share a number. */
export interface RankMove {
  readonly centerId: string
  readonly centerName: string
  readonly before: number
  readonly after: number
}

const ROW_PX = 30
const MOST = 24

/** Ranks before and after, a line each; those that move furthest are drawn on top. `says`: the picture in a sentence. */
export function RankSlope({ moves, says }: { readonly moves: readonly RankMove[]; readonly says?: string }) {
  const text = useText(changedText)
  if (moves.length < 2 || moves.length > MOST) return null
  const before = placesOf(moves, 'before')
  const after = placesOf(moves, 'after')
  const furthest = Math.max(...moves.map(movedBy))
  const height = moves.length * ROW_PX + 8
  const y = (place: number) => 18 + place * ROW_PX
  return (
    <figure className="rank-slope">
      <figcaption className="cap">{text.rankChart}</figcaption>
      <svg viewBox={`0 0 360 ${height}`} role="img" aria-label={says ?? text.rankChart}>
        {[...moves]
          .sort((one, other) => movedBy(one) - movedBy(other))
          .map((move) => {
            const from = y(before.get(move) ?? 0)
            const to = y(after.get(move) ?? 0)
            const moved = movedBy(move)
            return (
              <g key={move.centerId} className={moved === 0 ? 'is-still' : moved === furthest ? 'is-own' : undefined}>
                <path d={`M144 ${from}L216 ${to}`} />
                <circle cx="144" cy={from} r="3.5" />
                <circle cx="216" cy={to} r="3.5" />
                <text x="104" y={from + 5} textAnchor="end">
                  {move.centerName}
                </text>
                <text x="134" y={from + 5} textAnchor="end" className="fig">
                  {move.before}
                </text>
                <text x="228" y={to + 5} className="fig">
                  {move.after}
                </text>
                <text x="256" y={to + 5}>
                  {move.centerName}
                </text>
              </g>
            )
          })}
      </svg>
    </figure>
  )
}

function movedBy({ before, after }: RankMove): number {
  return Math.abs(after - before)
}

/** Equal ranks take places under each other, in the order given. */
function placesOf(moves: readonly RankMove[], when: 'before' | 'after'): ReadonlyMap<RankMove, number> {
  const sorted = [...moves].sort((one, other) => one[when] - other[when])
  return new Map(sorted.map((move, place) => [move, place]))
}

import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { findingText } from './finding-text.ts'

type ChangedNumber = Answered<'readEffect'>['numbers'][number]

const ROW_PX = 30
const MOST = 24

/** Ranks before and after, a line each; the center that the act was about moves furthest and is drawn on top. */
export function RankSlope({ ranks }: { readonly ranks: readonly ChangedNumber[] }) {
  const text = useText(findingText)
  if (ranks.length < 2 || ranks.length > MOST) return null
  const before = placesOf(ranks, 'before')
  const after = placesOf(ranks, 'after')
  const furthest = Math.max(...ranks.map(movedBy))
  const height = ranks.length * ROW_PX + 8
  const y = (place: number) => 18 + place * ROW_PX
  return (
    <figure className="finding-slope">
      <figcaption className="cap">{text.rankChart}</figcaption>
      <svg viewBox={`0 0 360 ${height}`} role="img" aria-label={text.rankChart}>
        {[...ranks]
          .sort((one, other) => movedBy(one) - movedBy(other))
          .map((rank) => {
            const from = y(before.get(rank) ?? 0)
            const to = y(after.get(rank) ?? 0)
            return (
              <g key={rank.centerId} className={movedBy(rank) === furthest ? 'is-own' : undefined}>
                <path d={`M144 ${from}L216 ${to}`} />
                <circle cx="144" cy={from} r="3.5" />
                <circle cx="216" cy={to} r="3.5" />
                <text x="104" y={from + 5} textAnchor="end">
                  {rank.centerName}
                </text>
                <text x="134" y={from + 5} textAnchor="end" className="fig">
                  {rank.before[0]}
                </text>
                <text x="228" y={to + 5} className="fig">
                  {rank.after[0]}
                </text>
                <text x="256" y={to + 5}>
                  {rank.centerName}
                </text>
              </g>
            )
          })}
      </svg>
    </figure>
  )
}

function movedBy({ before, after }: ChangedNumber): number {
  return Math.abs(after[0] - before[0])
}

/** Equal ranks take places under each other, in the order given. */
function placesOf(ranks: readonly ChangedNumber[], when: 'before' | 'after'): ReadonlyMap<ChangedNumber, number> {
  const sorted = [...ranks].sort((one, other) => one[when][0] - other[when][0])
  return new Map(sorted.map((rank, place) => [rank, place]))
}

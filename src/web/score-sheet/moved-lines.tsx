import { formatPoints } from '../../core/kernel/points.ts'
import { CaseLinks } from './case-links.tsx'
import type { Clause, ScoreLine } from './sheet-answer.ts'

/** What a clause moves as it stands: `−0.5×3`, with the numbers of what moved it. */
export function MovedTerms({ clause, lines }: { readonly clause: Clause; readonly lines: readonly ScoreLine[] }) {
  return clause.terms.map(({ amount, times, lines: places }) => (
    <span className="res-part" key={amount}>
      <b className={`fig ${amount < 0 ? 'lost' : 'gained'}`}>{termText(amount, times)}</b>
      <small>
        <CaseLinks lines={places.flatMap((place) => lines[place] ?? [])} />
      </small>
    </span>
  ))
}

export function termText(amount: number, times: number): string {
  return `${amount < 0 ? '−' : '+'}${sizeText(amount, times)}`
}

/** Without its sign, which stands before it as an operator. */
export function sizeText(amount: number, times: number): string {
  return `${formatPoints(Math.abs(amount))}${times > 1 ? `×${times}` : ''}`
}

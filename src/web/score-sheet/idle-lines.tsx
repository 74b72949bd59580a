import { CaseLinks } from './case-links.tsx'
import type { Clause, ScoreLine } from './sheet-answer.ts'

/**
 * Lines that move nothing: dismissed, reversed, rejected, withdrawn, charged elsewhere or already, conditions not met, not
 * computed. The server says why, of all of them together.
 */
export function IdleLines({ clause, lines }: { readonly clause: Clause; readonly lines: readonly ScoreLine[] }) {
  return (
    <span className="res-part dismissed">
      {clause.why}
      <small>
        <CaseLinks lines={lines} />
      </small>
    </span>
  )
}

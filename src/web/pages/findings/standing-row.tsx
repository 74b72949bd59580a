import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { uiText } from '../../ui/ui-text.ts'
import { STANDINGS, type Standing } from './findings-filter.ts'
import { findingsText } from './findings-text.ts'

/** One press each: how many stand where, and only those. Several may be chosen. */
export function StandingRow({
  chosen,
  counts,
  onChange,
}: {
  readonly chosen: readonly Standing[]
  readonly counts: Answered<'listFindings'>['byStanding'] | null
  readonly onChange: (standing: readonly Standing[]) => void
}) {
  const text = useText(findingsText)
  const words = useText(uiText)
  const total = counts === null ? null : STANDINGS.reduce((sum, standing) => sum + counts[standing], 0)
  return (
    <div className="findings-standings" role="group" aria-label={text.standing}>
      <button type="button" aria-pressed={chosen.length === 0} onClick={() => onChange([])}>
        {text.all} <span className="fig">{total}</span>
      </button>
      {STANDINGS.map((standing) => (
        <button
          key={standing}
          type="button"
          aria-pressed={chosen.includes(standing)}
          onClick={() =>
            onChange(chosen.includes(standing) ? chosen.filter((one) => one !== standing) : [...chosen, standing])
          }
        >
          {words[standing]} <span className="fig">{counts?.[standing]}</span>
        </button>
      ))}
    </div>
  )
}

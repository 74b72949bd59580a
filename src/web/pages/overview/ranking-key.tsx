import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { overviewText } from './overview-text.ts'

const KINDS = ['decision', 'amount', 'question', 'appeal', 'approval', 'absence'] as const

/** What the two marks of a beam are, and what its open part is made of. */
export function RankingKey({ open }: { readonly open: Answered<'readOverview'>['counts']['open'] }) {
  const text = useText(overviewText)
  const parts = KINDS.filter((kind) => open[kind] > 0).map((kind) => text[kind](open[kind]))
  return (
    <p className="overview-key">
      <span>
        <i className="at" aria-hidden="true" />
        {text.certainKey}
      </span>
      <span>
        <i className="iv hatch" aria-hidden="true" />
        {text.openKey(text.listed(parts))}
      </span>
      <span>{text.independent}</span>
    </p>
  )
}

import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { overviewText } from './overview-text.ts'

const STEPS = [1, 2, 3, 4, 5] as const

export function HeatKey({ sections }: { readonly sections: Answered<'readOverview'>['sections'] }) {
  const text = useText(overviewText)
  const unprinted = sections.filter(({ maxPoints }) => maxPoints === null).map(({ label, title }) => label || title)
  return (
    <p className="overview-key">
      <span className="scale">
        {STEPS.map((step) => (
          <span key={step}>
            <i className={`s${step}`} aria-hidden="true" />
            {step === 5 ? text.over : text.upTo(step * 5)}
          </span>
        ))}
      </span>
      <span>
        <i className="open-foot hatch" aria-hidden="true" />
        {text.openHere}
      </span>
      <span>{text.emptyHere}</span>
      {unprinted.length === 0 ? null : <span>{text.unprinted(text.listed(unprinted))}</span>}
    </p>
  )
}

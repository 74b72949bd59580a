import { useText } from '../../../text/language.tsx'
import { nextYearText } from './next-year-text.ts'
import type { NextYear } from './next-year-tables.tsx'

type Fault = NextYear['faults'][number]

/** What usually goes wrong, one entry a kind with every place that has it. */
export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  const text = useText(nextYearText)
  if (faults.length === 0) return <p>{text.noFaults}</p>
  const codes = [...new Set(faults.map(({ code }) => code))]
  return (
    <ul className="next-year-faults">
      {codes.map((code) => {
        const own = faults.filter((fault) => fault.code === code)
        const [first] = own
        if (first === undefined) return null
        return (
          <li key={code}>
            <h3>
              {first.title} <span className="cap">{text.placesCount(own.length)}</span>
            </h3>
            <p>
              {text.matters}
              {first.matters}
            </p>
            <p>
              {text.usual}
              {first.usual}
            </p>
            <details>
              <summary>{[...new Set(own.map(({ place }) => place || text.everywhere))].join('、')}</summary>
              <ul>
                {own.map(({ place, says, quote }, at) => (
                  <li key={at}>
                    <span className="ref">{place || text.everywhere}</span>
                    <div>
                      {says}
                      {quote === '' || says.includes(quote) ? null : <q lang="zh-Hans">{quote}</q>}
                    </div>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )
      })}
    </ul>
  )
}

import { METHOD } from '../../../../core/analysis/evenness/evenness.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { ComparisonList } from './comparison-list.tsx'
import { evennessText } from './evenness-text.ts'

type Comparison = Answered<'readEvenness'>['comparisons'][number]

/** What is said of amounts and outcomes, and how it is reckoned. */
export function ComparisonsSection({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const text = useText(evennessText)
  const tested = comparisons.filter(({ chance }) => chance !== null).length
  return (
    <section aria-labelledby="evenness-comparisons">
      <div className="sec-head">
        <h2 id="evenness-comparisons">{text.comparisons}</h2>
        {comparisons.length === 0 ? null : (
          <span className="cap">{text.comparisonsCap(tested, comparisons.length)}</span>
        )}
      </div>
      {comparisons.length === 0 ? <p className="evenness-none">{text.noComparisons}</p> : null}
      <ComparisonList comparisons={comparisons} />
      <details className="evenness-method">
        <summary>{text.method}</summary>
        <ul>
          {METHOD.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

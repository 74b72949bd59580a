import { METHOD } from '../../../../core/analysis/evenness/evenness.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { evennessText } from './evenness-text.ts'

type Comparison = Answered<'readEvenness'>['comparisons'][number]

const ORDER: readonly Comparison['verdict'][] = ['unusual', 'ordinary', 'too-few']

/** One sentence a comparison, what is worth another look first; how often chance does as much in whole numbers under it. */
export function ComparisonsSection({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const text = useText(evennessText)
  const sorted = comparisons.toSorted((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict))
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
      <ul className="evenness-comparisons">
        {sorted.map(({ sentence, verdict, chance }) => (
          <li key={sentence} className={verdict}>
            <span className="evenness-verdict">{text[verdict]}</span>
            <span>
              {sentence}
              {chance === null ? null : <span className="cap"> {arrangements(text, chance)}</span>}
            </span>
          </li>
        ))}
      </ul>
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

const LONGEST = 12

/** Whole numbers where a person can read them. */
function arrangements(
  text: (typeof evennessText)['zh'],
  { favorable, total, how }: NonNullable<Comparison['chance']>,
): string {
  if (total.length > LONGEST) return ''
  const say = { all: text.arrangements, drawn: text.drawn, rounded: text.rounded }[how]
  return say(grouped(favorable), grouped(total))
}

function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, '\u2009')
}

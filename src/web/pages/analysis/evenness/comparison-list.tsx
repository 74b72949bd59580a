import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { evennessText } from './evenness-text.ts'

type Comparison = Answered<'readEvenness'>['comparisons'][number]

const ORDER: readonly Comparison['verdict'][] = ['unusual', 'ordinary', 'too-few']

/** One sentence a comparison, what is worth another look first, with the arrangements that were counted. */
export function ComparisonList({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const text = useText(evennessText)
  const sorted = comparisons.toSorted((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict))
  if (sorted.length === 0) return null
  return (
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
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, '\u202f')
}

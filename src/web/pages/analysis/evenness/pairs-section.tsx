import { Link } from 'react-router'
import { LIKENESS_RULE } from '../../../../core/analysis/evenness/like-cases.ts'
import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../../core/kernel/points.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { caseNumberText } from '../../../ui/case-number-text.ts'
import { evennessText } from './evenness-text.ts'

type Pair = Answered<'readEvenness'>['pairs'][number]

/** Two cases that look alike side by side, with the reasons that were given: a person judges whether they are. */
export function PairsSection({
  assessmentId,
  pairs,
  isCut,
}: {
  readonly assessmentId: AssessmentId
  readonly pairs: readonly Pair[]
  readonly isCut: boolean
}) {
  const text = useText(evennessText)
  return (
    <section aria-labelledby="evenness-pairs">
      <div className="sec-head">
        <h2 id="evenness-pairs">{text.pairs}</h2>
        {pairs.length === 0 ? null : <span className="cap">{text.pairsCap(pairs.length)}</span>}
      </div>
      {pairs.length === 0 ? <p className="evenness-none">{text.noPairs}</p> : null}
      <ul className="evenness-pairs">
        {pairs.map(({ clause, likeness, less, more }) => (
          <li key={`${less.ref} ${more.ref}`}>
            <p className="evenness-pair-head">
              <b>{clause}</b>
              <span>{text.apartBy(formatPoints(more.points - less.points))}</span>
              <span className="cap">{text.likeness(likeness)}</span>
            </p>
            <Side assessmentId={assessmentId} one={less} />
            <Side assessmentId={assessmentId} one={more} />
          </li>
        ))}
      </ul>
      <p className="cap">
        {LIKENESS_RULE}
        {isCut ? text.isCut : null}
      </p>
    </section>
  )
}

function Side({ assessmentId, one }: { readonly assessmentId: AssessmentId; readonly one: Pair['less'] }) {
  const text = useText(evennessText)
  const numbers = useText(caseNumberText)
  const { ref, number, centerName, assessor, occurredOn, points, description, reason } = one
  return (
    <div className="evenness-side">
      <p className="evenness-amount">{text.points(formatPoints(points))}</p>
      <p>
        <Link to={`/assessments/${assessmentId}/findings/${encodeURIComponent(ref)}`}>
          {`${centerName} · `}
          <span className="nw">{numbers.number(number)}</span>
        </Link>
        <span className="cap">{` ${occurredOn} ${assessor}`}</span>
      </p>
      <p>{description}</p>
      <p>
        <span className="cap">{text.reason} </span>
        {reason}
      </p>
    </div>
  )
}

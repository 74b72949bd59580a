import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { saidOf } from '../../ui/changed-table.tsx'
import { signed } from '../../ui/score-figures.tsx'
import { decisionText } from './decision-text.ts'

type Preview = Answered<'previewDecision'>

/** What the decision would do, before it is taken: as the server computed it. */
export function EffectSentence({
  preview,
  centerId,
  isAmountMissing,
}: {
  readonly preview: Preview
  readonly centerId: string
  readonly isAmountMissing: boolean
}) {
  const text = useText(decisionText)
  const own = preview.numbers.filter((number) => number.centerId === centerId)
  const line = own.find(({ what }) => what === 'finding')
  const told = own.filter(({ what }) => what === 'section' || what === 'total' || what === 'rank')
  const others = new Set(
    preview.numbers
      .filter(({ what, centerId: of }) => what === 'rank' && of !== centerId)
      .map(({ centerId: of }) => of),
  )
  return (
    <div className="finding-effect" role="status">
      <p>
        {line === undefined || line.after[0] === 0 ? null : `${signed(line.after[0])}：`}
        {told.length === 0 ? text.effectNone : null}
        {told.map((number, place) => (
          <span key={`${number.what}${number.ref}`}>
            {place === 0 ? null : '，'}
            {number.what === 'section'
              ? number.label
              : number.what === 'total'
                ? text.effectTotal
                : text.effectRank}{' '}
            <b className="fig">
              {saidOf(number, 'before', text.tied)} → {saidOf(number, 'after', text.tied)}
            </b>
          </span>
        ))}
        {others.size === 0 ? null : `，${text.ofOthers(others.size)}`}
      </p>
      {isAmountMissing ? <p className="cap">{text.effectLeast}</p> : null}
      {preview.against === null ? null : <p className="finding-against">{preview.against.message}</p>}
    </div>
  )
}

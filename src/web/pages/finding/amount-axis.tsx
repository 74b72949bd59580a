import { InputNumber } from 'antd'
import { formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { placeOnScale, stacked, type AmountChoice } from './amount-choices.ts'
import { decisionText } from './decision-text.ts'

type Precedent = Answered<'listPrecedents'>['precedents'][number]

/** The amount as a scale: what can be chosen below it, what was decided before as dots over the same places. */
export function AmountAxis({
  choice,
  points,
  onChange,
  precedents,
  isGain = false,
}: {
  readonly choice: AmountChoice
  readonly points: number | null
  readonly onChange: (points: number | null) => void
  readonly precedents: readonly Precedent[]
  /** The sentence gives points instead of taking them. */
  readonly isGain?: boolean
}) {
  const text = useText(decisionText)
  const dots = precedents.flatMap((one) => (one.points === null ? [] : [{ ...one, points: one.points }]))
  const levels = stacked(dots.map((one) => one.points))
  const { least, most, steps } = choice
  const name = isGain ? text.gain : text.amount
  const range = isGain ? text.gainRange : text.amountRange
  return (
    <fieldset className="finding-amount">
      <legend>
        <span>{name}</span>
        <span className="cap">
          {most === null ? text.amountFree : range(formatPoints(least), formatPoints(most))}
          {dots.length === 0 ? null : `；${text.precedentDots(dots.length)}`}
        </span>
      </legend>
      {steps === null ? (
        <InputNumber
          aria-label={name}
          min={least / 100}
          {...(most === null ? {} : { max: most / 100 })}
          step={0.5}
          precision={2}
          value={points === null ? null : points / 100}
          onChange={(value) => onChange(value === null ? null : Math.round(value * 100))}
          suffix={text.points}
        />
      ) : (
        <>
          <div className="finding-dots" aria-hidden="true" style={{ height: 26 + 13 * Math.max(0, ...levels) }}>
            {dots.map((dot, place) => (
              <i
                key={`${dot.findingId}${dot.decidedAt}${place}`}
                style={{ left: `${placeOnScale(choice, dot.points)}%`, bottom: 8 + 13 * (levels[place] ?? 0) }}
              />
            ))}
          </div>
          <div className="finding-steps">
            {steps.map((step) => (
              <label key={step} style={{ left: `${placeOnScale(choice, step)}%` }}>
                <input
                  type="radio"
                  name="amount"
                  aria-label={`${formatPoints(step)} ${text.points}`}
                  checked={points === step}
                  onChange={() => onChange(step)}
                />
                <span className="fig">{formatPoints(step)}</span>
              </label>
            ))}
          </div>
        </>
      )}
    </fieldset>
  )
}

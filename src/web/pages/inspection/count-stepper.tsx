import { useText } from '../../text/language.tsx'
import { inspectionText } from './inspection-text.ts'

const MOST = 100_000

/** One thumb: fewer, more. The unit is the clause's. */
export function CountStepper({
  unit,
  count,
  onChange,
}: {
  readonly unit: string
  readonly count: number
  readonly onChange: (count: number) => void
}) {
  const text = useText(inspectionText)
  return (
    <>
      <span className="l" id="insp-count">
        {unit}
      </span>
      <div className="insp-step" role="group" aria-labelledby="insp-count">
        <button type="button" aria-label={text.less} disabled={count <= 1} onClick={() => onChange(count - 1)}>
          −
        </button>
        <output className="fig" aria-live="polite">
          {count}
        </output>
        <button type="button" aria-label={text.more} disabled={count >= MOST} onClick={() => onChange(count + 1)}>
          +
        </button>
      </div>
    </>
  )
}

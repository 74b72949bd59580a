import { Input } from 'antd'
import { useEffect } from 'react'
import { useText } from '../../text/language.tsx'
import { decisionText } from './decision-text.ts'
import { objectionsIn } from '../../../core/ledger/objections.ts'

/** A written answer for every objection of the appeal: none is passed over. */
export function ReviewAnswers({
  grounds,
  answers,
  onChange,
}: {
  readonly grounds: string
  readonly answers: readonly string[]
  readonly onChange: (answers: readonly string[]) => void
}) {
  const text = useText(decisionText)
  const objections = objectionsIn(grounds)
  const count = objections.length
  useEffect(() => {
    if (answers.length !== count) onChange(objections.map((_, place) => answers[place] ?? ''))
  }, [count, answers.length])
  return (
    <ol className="finding-answers">
      {objections.map((objection, place) => {
        const label = count === 1 ? text.answer : text.answerTo(place + 1)
        return (
          <li key={objection}>
            <p>{objection}</p>
            <label className="finding-why">
              <span>
                {label} <span className="cap">{text.answerHint}</span>
              </span>
              <Input.TextArea
                aria-label={label}
                rows={3}
                maxLength={1000}
                value={answers[place] ?? ''}
                onChange={({ target }) =>
                  onChange(objections.map((_, at) => (at === place ? target.value : (answers[at] ?? ''))))
                }
              />
            </label>
          </li>
        )
      })}
    </ol>
  )
}

import { Link, useParams } from 'react-router'
import type { Answered } from '../client/call.ts'
import { useText } from '../text/language.tsx'
import { scoreSheetText } from './score-sheet-text.ts'
import type { Clause } from './sheet-answer.ts'

/** The sentence of the notice, how it was read, and what the office made of what it leaves open. */
export function ClauseCell({
  clause,
  quote,
  questions,
  rows,
}: {
  readonly clause: Clause
  readonly quote: string
  readonly questions: Answered<'readAssessment'>['questions']
  readonly rows: number
}) {
  const text = useText(scoreSheetText)
  const { assessmentId } = useParams()
  return (
    <td className="k1" rowSpan={rows}>
      <blockquote>{quote}</blockquote>
      <p className="note">
        {text.read}
        {clause.price}
      </p>
      {questions.map(({ question, answer }) => (
        <div className="note" key={question.id}>
          <Link to={`/assessments/${assessmentId}/notice#${encodeURIComponent(question.id)}`}>{question.why}</Link>
          {answer === null ? (
            <p className="open">
              {text.unanswered}
              {question.readings.map(({ label }) => label).join('；')}
            </p>
          ) : (
            <>
              <p>
                <b>{question.readings.find(({ key }) => key === answer.reading)?.label}</b>　{answer.reason}
              </p>
              <p className="cap">{text.answered(answer.decidedOn)}</p>
            </>
          )}
        </div>
      ))}
    </td>
  )
}

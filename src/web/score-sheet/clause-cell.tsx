import { Link, useParams } from 'react-router'
import { useText } from '../text/language.tsx'
import type { NumberedQuestion } from './clause-questions.ts'
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
  readonly questions: readonly NumberedQuestion[]
  readonly rows: number
}) {
  const text = useText(scoreSheetText)
  const { assessmentId } = useParams()
  return (
    <td role="cell" className="k1" rowSpan={rows}>
      <blockquote>
        <Link to={`/assessments/${assessmentId}/notice?clause=${encodeURIComponent(clause.clauseId)}`}>{quote}</Link>
      </blockquote>
      <p className="note">
        {text.read}
        {clause.price}
      </p>
      {questions.map(({ number, question, answer }) => (
        <div className="note" key={question.id}>
          <Link to={`/assessments/${assessmentId}/notice?question=${encodeURIComponent(question.id)}`}>
            {question.why}
          </Link>
          {answer === null ? (
            <p className="open">
              {text.unanswered}
              {question.readings.map(({ label }) => label).join('；')}
            </p>
          ) : (
            <>
              <p>
                <b>{text.interpretation(number)}</b>　
                {question.readings.find(({ key }) => key === answer.reading)?.label}。{answer.reason}
              </p>
              <p className="cap">{text.answered(answer.decidedOn)}</p>
            </>
          )}
        </div>
      ))}
    </td>
  )
}

import type { Interpretation } from '../../../core/rubric/interpretation.ts'
import type { Question } from '../../../core/rubric/question.ts'
import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import { noticeText } from './notice-text.ts'

/** An answered question as one line: its K-number, the reading, who decided it, when and why. */
export function AnsweredNote({
  number,
  question,
  answer,
  decidedBy,
}: {
  readonly number: number
  readonly question: Question
  readonly answer: Interpretation
  readonly decidedBy: string | null
}) {
  const text = useText(noticeText)
  const label = question.readings.find(({ key }) => key === answer.reading)?.label ?? answer.reading
  return (
    <div className="notice-answered" title={question.why}>
      <b className="ref">{text.interpretation(number)}</b>
      <span>
        {label}
        {answer.points === null ? null : ` ${formatPoints(answer.points)}`}
        <small>
          {text.answeredBy(answer.decidedOn, decidedBy ?? answer.decidedBy)} {answer.reason}
        </small>
      </span>
    </div>
  )
}

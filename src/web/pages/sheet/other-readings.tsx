import type { WeighedQuestion } from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'
import { IntervalFigure, PointsFigure } from '../../ui/score-figures.tsx'
import { sheetText } from './sheet-text.ts'

/** One question of the notice: what the office answered, and what this center would have under each reading. */
export function OtherReadings({
  weighed: { question, answer, readings },
  number,
}: {
  readonly weighed: WeighedQuestion
  readonly number: string
}) {
  const text = useText(sheetText)
  const chosen = question.readings.find(({ key }) => key === answer?.reading)
  return (
    <div className="reading-of">
      <p>{question.why}</p>
      {answer === null ? (
        <p className="open">{text.openYet}</p>
      ) : (
        <blockquote>
          {chosen?.label ?? answer.reading}
          <footer>
            {text.answered(number, answer.decidedOn)}
            {answer.reason}
          </footer>
        </blockquote>
      )}
      <table className="tbl alt">
        <caption>{text.otherReadings}</caption>
        <thead>
          <tr>
            <th scope="col">{text.reading}</th>
            <th scope="col" className="r">
              {text.total}
            </th>
            <th scope="col" className="r">
              {text.range}
            </th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ key, label, score, interval }) => (
            <tr key={key} className={key === answer?.reading ? 'cur' : undefined}>
              <td>
                {label}
                {key === answer?.reading ? text.chosen : ''}
              </td>
              <td className="num">
                {score === null ? <small>{text.needsNumber}</small> : <PointsFigure points={score} isAligned />}
              </td>
              <td className="num">
                {interval === null || interval[0] === interval[1] ? null : <IntervalFigure interval={interval} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
